import { expect, it } from 'vitest'
import { owed } from '@/test/owed'
import { render } from '@/test/render'
import OwedTable from './OwedTable.vue'

it('tells what each partner pays for', () => {
  const table = render(OwedTable, { props: { funders: [owed] } })

  expect(table.get('[role=region]').attributes()).toMatchObject({ tabindex: '0', 'aria-label': 'Siapa yang menanggung' })
  expect(table.findAll('thead th').map((head) => head.text())).toEqual(['Mitra', 'Poin', 'Nilai', 'Perkiraan hangus'])
  expect(table.get('tbody th').text()).toBe('Sinar Swalayan')
  expect(table.findAll('tbody td').map((cell) => cell.text().replaceAll('\u00a0', ' '))).toEqual(['120.500', 'Rp1.205.000', 'Rp150.62012,5%'])
})

it('says so where nothing is outstanding', () => {
  const table = render(OwedTable, { props: { funders: [] } })

  expect(table.text()).toBe('Belum ada poin yang beredar.')
})
