/** One column of a table: the first is the row's name and always shown. */
export interface Column<Row> {
  name: string
  label: string
  /** What the cell says where the page gives no slot `cell-<name>`. */
  text?: (row: Row) => string | undefined
  /** By what it is put in order, where the whole list is at hand. */
  order?: (row: Row) => string | number
  numeric?: boolean
  /** Left out until somebody asks for it. */
  extra?: boolean
}

export interface Sorting {
  column: string
  down: boolean
}

/** The rows in the wanted order; equal ones stay as they came. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], sorting: Sorting | undefined): Row[] {
  const order = columns.find((column) => column.name === sorting?.column)?.order
  if (!order || !sorting) return rows
  const sign = sorting.down ? -1 : 1
  return [...rows].sort((one, other) => sign * compare(order(one), order(other)))
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), undefined, { numeric: true })
}
