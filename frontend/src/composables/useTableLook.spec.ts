import { nextTick } from 'vue'
import { expect, it } from 'vitest'
import { useTableLook } from './useTableLook'

const columns = [{ name: 'name', label: 'Nama' }, { name: 'points', label: 'Poin' }, { name: 'brand', label: 'Merek', extra: true }]
const names = (table: ReturnType<typeof useTableLook>) => table.visible.value.map(({ name }) => name)

it('hides what is not wanted, shows what is extra, never loses the name, and can be as it was', async () => {
  const table = useTableLook('look', () => columns)
  table.show(columns[0]!, false)
  table.show(columns[1]!, false)
  table.show(columns[2]!, true)
  await nextTick()
  expect(names(table)).toEqual(['name', 'brand'])
  expect(names(useTableLook('look', () => columns))).toEqual(['name', 'brand'])
  table.reset()
  expect(names(table)).toEqual(['name', 'points'])
})

it('takes nothing amiss in what is stored', () => {
  localStorage.setItem('setia.table.spoilt', '{"hidden": "all", "density": 7, "sorting": {"column": 3}}')
  expect(useTableLook('spoilt', () => columns).look.value).toEqual({ hidden: [], shown: [], density: 'cosy', sorting: undefined })
  localStorage.setItem('setia.table.spoilt', 'nonsense')
  expect(names(useTableLook('spoilt', () => columns))).toEqual(['name', 'points'])
})
