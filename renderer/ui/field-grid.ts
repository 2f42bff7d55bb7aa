import { makeStyles } from '@fluentui/react-components';

/** Fields of a form beside each other where there is room; `whole` takes the full width. */
export const useFieldGrid = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(max(200px, 40%), 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
    '& > *': { minWidth: 0 },
  },
  whole: { gridColumn: '1 / -1' },
});
