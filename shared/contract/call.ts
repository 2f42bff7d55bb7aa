import { z } from 'zod';

/** One call from the window to the main process: what goes in and what comes out, both checked at run time (D9). */
export interface Call<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly in: In;
  readonly out: Out;
}
export const call = <In extends z.ZodType, Out extends z.ZodType>(shape: Call<In, Out>): Call<In, Out> => shape;

/** No input, or no answer worth a value. */
export const Nothing = z.strictObject({});
export type Nothing = z.infer<typeof Nothing>;
