import type { FluentIcon } from '@fluentui/react-icons';
import type { RouteObject } from 'react-router';

/** What a feature adds to the frame. Each feature folder exports exactly one of these, from its `feature.ts`. */
export interface Feature {
  readonly routes: readonly RouteObject[];
  /** The entry in the left rail, when the feature has one. */
  readonly nav?: NavEntry;
}

export interface NavEntry {
  readonly to: string;
  /** Text key of the label, e.g. `nav.customers`. */
  readonly label: string;
  readonly icon: FluentIcon;
  /** Place in the rail, from the top. */
  readonly order: number;
  /** Shows how many operations are on their way or need a person. */
  readonly hasOutboxBadge?: boolean;
}
