import { expect, it } from 'vitest'
import { render } from '@/test/render'
import FieldRefusal from './FieldRefusal.vue'

it('tells a refusal aloud, and takes no room without one', async () => {
  const refusal = render(FieldRefusal, { props: { text: 'Wajib diisi.' } })
  expect(refusal.get('[role=alert]').text()).toBe('Wajib diisi.')
  await refusal.setProps({ text: undefined } as never)
  expect(refusal.find('p').exists()).toBe(false)
})
