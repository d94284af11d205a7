import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import ChartTable from './ChartTable.vue'

describe('the table under a chart', () => {
  it('names its columns and rows', () => {
    const table = render(ChartTable, { props: { caption: 'Poin', head: ['Pekan', 'Lama'], rows: [{ key: '1', cells: ['5 Oktober', '10'] }] } })
    expect(table.findAll('th[scope=col]').map((cell) => cell.text())).toEqual(['Pekan', 'Lama'])
    expect(table.find('th[scope=row]').text()).toBe('5 Oktober')
    expect(table.find('summary').text()).toBe('Lihat tabel')
  })
})
