import { SearchBox, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ search: { width: '320px', maxWidth: '100%', flexShrink: 1 } });

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Moves the keyboard from the field into the list below (arrow down). */
  readonly onEnterList?: () => void;
}

/** Search as you type over a list. */
export function SearchField({ label, value, onChange, onEnterList }: SearchFieldProps) {
  const styles = useStyles();
  return (
    <SearchBox
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || onEnterList === undefined) return;
        event.preventDefault();
        onEnterList();
      }}
    />
  );
}
