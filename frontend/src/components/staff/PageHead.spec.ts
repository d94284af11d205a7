import { expect, it } from 'vitest'
import { render } from '@/test/render'
import PageHead from './PageHead.vue'

it('has a title, what for, and what can be begun', () => {
  const head = render(PageHead, { props: { title: 'Produk', lead: 'Apa yang dijual.' }, slots: { default: '<button>Impor</button>' } })
  expect(head.get('h1').text()).toBe('Produk')
  expect(head.text()).toContain('Apa yang dijual.')
  expect(head.get('button').text()).toBe('Impor')
})
