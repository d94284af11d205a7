import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { button } from '@/test/within'
import ChartBox from './ChartBox.vue'

const slots = { default: '<p>gambar</p>', table: '<table><tbody><tr><td>Rp200</td></tr></tbody></table>' }

it('shows the figures behind the picture to who asks, and hides them again', async () => {
  const box = render(ChartBox, { props: { title: 'Penjualan', csv: '/api/v1/figures.csv' }, slots })
  expect(box.text()).not.toContain('Rp200')
  await button(box, 'Lihat tabel').trigger('click')
  const open = button(box, 'Tutup tabel')
  expect(open.attributes('aria-expanded')).toBe('true')
  expect(box.get(`[id="${open.attributes('aria-controls')}"]`).text()).toBe('Rp200')
  expect(box.get('[role=region]').attributes('aria-label')).toBe('Penjualan')
  await open.trigger('click')
  expect(box.find('table').exists()).toBe(false)
})

it('names its download by what is in it', () => {
  const link = render(ChartBox, { props: { title: 'Penjualan', csv: '/api/v1/figures.csv' }, slots }).get('a')
  expect(link.attributes('aria-label')).toBe('Penjualan sebagai CSV')
  expect(link.attributes('href')).toBe('/api/v1/figures.csv')
})

it('stands open where there is no picture', () => {
  const box = render(ChartBox, { props: { title: 'Penjualan', tableOnly: true }, slots })
  expect(box.text()).toContain('Rp200')
  expect(box.find('button').exists()).toBe(false)
})
