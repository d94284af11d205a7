import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render } from '@/test/render'
import BackLink from './BackLink.vue'

it('leads back to the list by its name', async () => {
  const link = render(BackLink, { props: { to: { name: 'staff-rules' }, label: 'Aturan poin' } })
  expect(link.get('a').text()).toBe('Aturan poin')
  expect(link.get('a').attributes('href')).toBe('/staff/rules')
  await link.get('a').trigger('click')
  await flushPromises()
  expect(link.vm.$router.currentRoute.value.name).toBe('staff-rules')
})
