import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { button } from '@/test/within'
import { render } from '@/test/render'
import RecoveryCodes from './RecoveryCodes.vue'

const shown = () => render(RecoveryCodes, { props: { codes: ['7k2mq-x9d4t', 'aaaaa-bbbbb'] } })

it('shows every code, copies them line by line, and is done once somebody has kept them', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const codes = shown()
  expect(codes.findAll('li').map((code) => code.text())).toEqual(['7k2mq-x9d4t', 'aaaaa-bbbbb'])

  await button(codes, 'Salin').trigger('click')
  await flushPromises()
  expect(writeText).toHaveBeenCalledWith('7k2mq-x9d4t\naaaaa-bbbbb')
  expect(codes.get('[role=status]').text()).toBe('Tersalin')
  expect(codes.emitted('done')).toBeUndefined()

  await button(codes, 'Sudah saya simpan').trigger('click')
  expect(codes.emitted('done')).toHaveLength(1)
})

it('does not say that they are copied where the page has no clipboard', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never)
  const codes = shown()

  await button(codes, 'Salin').trigger('click')
  await flushPromises()
  expect(codes.get('[role=status]').text()).toBe('Salin')
})
