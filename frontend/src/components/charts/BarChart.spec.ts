import { expect, it } from 'vitest'
import { render } from '@/test/render'
import BarChart from './BarChart.vue'

const bars = [
  { key: 'reached', label: 'Dituju', value: 200, text: '200', meaning: 'Yang dituju.' },
  { key: 'used', label: 'Memakai', value: 50, text: '50 (25%)', meaning: 'Yang memakai.', main: true },
]

it('the longest bar fills the width, and the others are as long as their share', () => {
  const chart = render(BarChart, { props: { title: 'Jangkauan', figure: 'Anggota', bars } })
  expect(chart.findAll('rect').map((bar) => bar.attributes('width'))).toEqual(['100', '25'])
  expect(chart.findAll('rect')[1]!.classes()).toContain('fill-nila')
})

it('every figure stands in a table with what it means', () => {
  const chart = render(BarChart, { props: { title: 'Jangkauan', figure: 'Anggota', bars } })
  expect(chart.find('caption').text()).toBe('Jangkauan')
  expect(chart.findAll('tbody tr').map((row) => row.text())).toEqual(['DitujuYang dituju.200', 'MemakaiYang memakai.50 (25%)'])
})

it('nothing at all is a bar too', () => {
  const chart = render(BarChart, { props: { title: 'Jangkauan', figure: 'Anggota', bars: [{ ...bars[0]!, value: 0 }] } })
  expect(chart.find('rect').attributes('width')).toBe('0.4')
})
