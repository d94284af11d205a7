import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import ColumnChart from './ColumnChart.vue'

const chart = (groups: { key: string; label: string; values: number[] }[], names = ['lebih', 'kurang']) =>
  render(ColumnChart, { props: { title: 'Anggota', group: 'Tingkat', names, groups, tell: String } })

describe('a column chart', () => {
  it('draws a column for each figure and tells them in a table', () => {
    const drawn = chart([{ key: 'red', label: 'Merah', values: [12, 3] }])
    expect(drawn.findAll('g rect')).toHaveLength(2)
    expect(drawn.find('tbody').text()).toBe('Merah123')
  })

  it('lets a loss hang below the line', () => {
    const drawn = chart([{ key: 'a', label: 'A', values: [10] }, { key: 'b', label: 'B', values: [-10] }], ['poin'])
    const [up, down] = drawn.findAll('g rect').map((rect) => Number(rect.attributes('y')))
    expect(up!).toBeLessThan(down!)
  })
})
