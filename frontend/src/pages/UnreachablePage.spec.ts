import { expect, it, vi } from 'vitest'
import { render } from '@/test/render'
import UnreachablePage from './UnreachablePage.vue'

it('says that nothing is lost and tries the same address again', async () => {
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
  const wrapper = render(UnreachablePage, { props: { path: '/activity' } })
  await wrapper.get('button').trigger('click')

  expect(wrapper.text()).toContain('Tidak ada data yang hilang.')
  expect(assign).toHaveBeenCalledWith('/activity')
})

it('leads to the card, which needs no connection', () => {
  expect(render(UnreachablePage, { props: { path: '/activity' } }).get('a').attributes('href')).toBe('/card')
})
