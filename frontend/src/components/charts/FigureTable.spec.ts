import { expect, it } from 'vitest'
import { render } from '@/test/render'
import FigureTable from './FigureTable.vue'

it('tells each figure under its column, beside what it means', () => {
  const table = render(FigureTable, {
    props: {
      caption: 'Poin',
      columns: ['Oktober', 'November'],
      rows: [
        { label: 'Diberikan', meaning: 'Dari belanja.', figures: ['5', '7'] },
        { label: 'Hangus', meaning: 'Tidak dipakai setahun.', figures: ['1', '0'] },
      ],
    },
  })

  expect(table.get('caption').text()).toBe('Poin')
  expect(table.findAll('thead th').map((column) => [column.attributes('scope'), column.text()])).toEqual([['col', 'Oktober'], ['col', 'November']])
  expect(table.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))).toEqual([
    ['DiberikanDari belanja.', '5', '7'],
    ['HangusTidak dipakai setahun.', '1', '0'],
  ])
  expect(table.findAll('tbody th').every((head) => head.attributes('scope') === 'row')).toBe(true)
})
