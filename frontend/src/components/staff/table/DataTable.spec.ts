import { type Component, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import DataTable from './DataTable.vue'

interface Row { id: string; name: string; points: number }
const rows: Row[] = [
  { id: '1', name: 'Sari', points: 20 },
  { id: '2', name: 'Budi', points: 100 },
]
const columns = [
  { name: 'name', label: 'Nama', text: (row: Row) => row.name, order: (row: Row) => row.name },
  { name: 'points', label: 'Poin', text: (row: Row) => String(row.points), order: (row: Row) => row.points, numeric: true },
  { name: 'id', label: 'Nomor', text: (row: Row) => row.id, extra: true },
]

function table(over: Record<string, unknown> = {}, pages: Record<string, unknown> = {}) {
  const nothing = async () => undefined
  return render(DataTable as Component, {
    props: {
      name: 'test', caption: 'Anggota', columns, rowKey: (row: Row) => row.id, empty: 'Belum ada', opens: true,
      pages: { items: ref(rows), status: ref('success'), error: ref(), hasMore: ref(false), loadingMore: ref(false), load: nothing, loadMore: nothing, ...pages },
      ...over,
    },
  })
}
const names = (shown: ReturnType<typeof table>) => shown.findAll('tbody th').map((cell) => cell.text())

describe('a table', () => {
  it('puts its rows in order by a column: up, down, as they came', async () => {
    const shown = table()
    const sort = shown.findAll('thead button')[1]!
    expect(names(shown)).toEqual(['Sari', 'Budi'])
    await sort.trigger('click')
    await sort.trigger('click')
    expect(names(shown)).toEqual(['Budi', 'Sari'])
    expect(shown.findAll('thead th')[1]!.attributes('aria-sort')).toBe('descending')
    await sort.trigger('click')
    expect(names(shown)).toEqual(['Sari', 'Budi'])
  })

  it('does not put half a list in order', () => {
    const shown = table({}, { hasMore: ref(true) })
    expect(shown.find('thead button').exists()).toBe(false)
    expect(shown.text()).toContain('2 baris sejauh ini')
  })

  it('opens a row by its name or by a click anywhere in it, and arrows go from row to row', async () => {
    const shown = table()
    await shown.get('tbody td').trigger('click')
    await shown.get('[data-opens]').trigger('click')
    expect(shown.emitted('open')).toEqual([[rows[0]], [rows[0]]])
    const openers = shown.findAll('[data-opens]')
    ;(openers[0]!.element as HTMLElement).focus()
    await openers[0]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(openers[1]!.element)
  })

  it('remembers its columns and density', async () => {
    const shown = table()
    const [points, id] = shown.findAll('details input[type=checkbox]')
    await points!.setValue(false)
    await id!.setValue(true)
    await shown.findAll('details fieldset button')[1]!.trigger('click')
    await nextTick()
    const again = table()
    expect(again.findAll('thead th').map((cell) => cell.text())).toEqual(['Nama', 'Nomor'])
    expect(again.get('table').classes()).toContain('rows-compact')
  })

  it('has its waiting, failed and empty faces', () => {
    expect(table({}, { status: ref('pending') }).find('.skeleton').exists()).toBe(true)
    expect(table({}, { items: ref([]) }).text()).toContain('Belum ada')
    expect(table({}, { status: ref('error') }).text()).toContain('Coba lagi')
  })
})
