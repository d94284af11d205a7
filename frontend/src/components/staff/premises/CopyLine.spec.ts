import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { button } from '@/test/within'
import { render } from '@/test/render'
import CopyLine from './CopyLine.vue'

const line = () => render(CopyLine, { props: { label: 'Rahasia', value: 'whsec_8fk2' } })

it('copies what it shows, and says so', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const copied = line()
  expect(copied.get('code').text()).toBe('whsec_8fk2')
  expect(copied.get('[role=status]').text()).toBe('')

  await button(copied, 'Salin Rahasia').trigger('click')
  await flushPromises()
  expect(writeText).toHaveBeenCalledWith('whsec_8fk2')
  expect(copied.get('[role=status]').text()).toBe('Disalin')
})

it('claims nothing where the browser refuses', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'))
  const refused = line()

  await button(refused, 'Salin Rahasia').trigger('click')
  await flushPromises()
  expect(refused.get('[role=status]').text()).toBe('')
})
