import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import LineChart from './LineChart.vue'

const chart = () =>
  render(LineChart, {
    props: {
      title: 'Poin tiap pekan',
      time: 'Pekan',
      names: ['lama', 'baru'],
      points: [
        { key: '1', label: '5 Oktober', short: '5 Okt', values: [100, 250] },
        { key: '2', label: '12 Oktober', short: '12 Okt', values: [80, 80] },
      ],
      tell: (value: number) => `${value} poin`,
    },
  })

describe('a line chart', () => {
  it('draws each line and names it at its end', () => {
    const drawn = chart()
    expect(drawn.findAll('path')).toHaveLength(2)
    expect(drawn.find('svg').text()).toContain('lama')
    expect(drawn.find('svg').text()).toContain('baru')
  })

  it('keeps names apart whose lines end at the same height', () => {
    const names = chart().findAll('text').filter((text) => ['lama', 'baru'].includes(text.text()))
    expect(Math.abs(Number(names[0]!.attributes('y')) - Number(names[1]!.attributes('y')))).toBeGreaterThan(10)
  })

  it('tells every figure in a table', () => {
    const cells = chart().findAll('tbody tr').map((row) => row.text())
    expect(cells).toEqual(['5 Oktober100 poin250 poin', '12 Oktober80 poin80 poin'])
  })
})
