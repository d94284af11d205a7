import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { render, serve } from '@/test/render'
import StaffCommands from './StaffCommands.vue'

const session = { kind: 'staff', roles: ['marketer'], displayName: 'Rina', csrfToken: 'x' }
const press = (init: KeyboardEventInit) => window.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))

it('opens the palette by its key with the places of the role, and searches members where that is chosen', async () => {
  const calls = serve({ 'GET /session': { body: session }, 'POST /members/search': { body: { items: [] } } })
  const commands = render(StaffCommands)
  await flushPromises()
  press({ key: 'k', ctrlKey: true })
  await vi.waitFor(() => expect(commands.find('[role=combobox]').exists()).toBe(true), 8000)
  await flushPromises()
  expect(commands.text()).toContain('Aturan poin')
  expect(commands.text()).not.toContain('Jejak audit')
  await commands.get('[role=combobox]').setValue('0812 3456')
  await commands.get('[role=combobox]').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ query: '0812 3456' })
  expect(commands.text()).toContain('Tidak ada anggota yang cocok')
}, 10_000)
