import { expect, it } from 'vitest'
import { button } from '@/test/within'
import { render } from '@/test/render'
import TableSpecimen from './TableSpecimen.vue'

const names = (table: ReturnType<typeof render>) => table.findAll('tbody th').map((cell) => cell.text())

it('puts its members in order by their points, written as they are read', async () => {
  const table = render(TableSpecimen, { props: { theme: 'light' } })
  expect(table.text().replaceAll('\u00a0', ' ')).toContain('12.400 poin')

  await button(table, 'Poin').trigger('click')
  expect(names(table)).toEqual(['Budi Santoso', 'Sari Wulandari', 'Wayan Sudarma'])
})

it('each theme has a table of its own', async () => {
  const light = render(TableSpecimen, { props: { theme: 'light' } })
  await button(light, 'Toko').trigger('click')

  expect(names(light)).toEqual(['Wayan Sudarma', 'Sari Wulandari', 'Budi Santoso'])
  expect(names(render(TableSpecimen, { props: { theme: 'dark' } }))).toEqual(['Sari Wulandari', 'Budi Santoso', 'Wayan Sudarma'])
})
