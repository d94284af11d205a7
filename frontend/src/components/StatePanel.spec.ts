import { SearchX } from 'lucide-vue-next'
import { expect, it } from 'vitest'
import { render } from '@/test/render'
import StatePanel from './StatePanel.vue'

it('says what there is not, and offers one thing to do', () => {
  const panel = render(StatePanel, { props: { icon: SearchX, title: 'Belum ada voucer', text: 'Yang Anda tukar tersimpan di sini.' }, slots: { default: '<a href="/rewards">Lihat hadiah</a>' } })

  expect(panel.find('h1, h2').exists()).toBe(false)
  expect(panel.text()).toBe('Belum ada voucerYang Anda tukar tersimpan di sini.Lihat hadiah')
  expect(panel.get('svg').attributes('aria-hidden')).toBe('true')
})

it('is the page’s heading where it is all of the page', () => {
  expect(render(StatePanel, { props: { icon: SearchX, title: 'Halaman tidak ditemukan', level: 'h1' } }).get('h1').text()).toBe('Halaman tidak ditemukan')
})
