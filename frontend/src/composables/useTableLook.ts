import { computed, ref, watch } from 'vue'
import type { Column, Sorting } from '@/components/staff/table/columns'

export const densities = ['cosy', 'compact'] as const
export type Density = (typeof densities)[number]

interface Look {
  hidden: string[]
  shown: string[]
  density: Density
  sorting?: Sorting
}

/** How somebody likes a table: its columns, how dense, in which order; kept in this browser, by the table's name. */
export function useTableLook<Row>(name: string, columns: () => Column<Row>[]) {
  const key = `setia.table.${name}`
  const look = ref<Look>(read(key))
  const visible = computed(() => columns().filter((column, place) => place === 0 || isShown(column)))

  function isShown(column: Column<Row>): boolean {
    return column.extra ? look.value.shown.includes(column.name) : !look.value.hidden.includes(column.name)
  }

  function show(column: Column<Row>, wanted: boolean) {
    const list = column.extra ? 'shown' : 'hidden'
    const others = look.value[list].filter((known) => known !== column.name)
    look.value = { ...look.value, [list]: wanted === Boolean(column.extra) ? [...others, column.name] : others }
  }

  /** Up, then down, then as it came. */
  function sortBy(column: string) {
    const now = look.value.sorting
    look.value = { ...look.value, sorting: now?.column !== column ? { column, down: false } : now.down ? undefined : { column, down: true } }
  }

  function reset() {
    look.value = read(undefined)
  }

  watch(look, (now) => {
    try {
      localStorage.setItem(key, JSON.stringify(now))
    } catch {
      // A browser that refuses storage still shows it so until the page closes.
    }
  })

  return { look, visible, isShown, show, sortBy, reset }
}

function read(key: string | undefined): Look {
  const usual: Look = { hidden: [], shown: [], density: 'cosy' }
  if (!key) return usual
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Look>
    const names = (value: unknown) => (Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [])
    const sorting = stored.sorting && typeof stored.sorting.column === 'string' ? { column: stored.sorting.column, down: stored.sorting.down === true } : undefined
    return { hidden: names(stored.hidden), shown: names(stored.shown), density: stored.density === 'compact' ? 'compact' : 'cosy', sorting }
  } catch {
    return usual
  }
}
