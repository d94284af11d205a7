import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { render } from '@/test/render'
import CodeBlock from './CodeBlock.vue'

afterEach(() => void vi.restoreAllMocks())

const block = () => render(CodeBlock, { props: { label: 'curl', code: "curl '/api/v1/program'" } })

it('can be read under its label, also with the keyboard', () => {
  const code = block().get('pre')
  expect(code.text()).toBe("curl '/api/v1/program'")
  expect(code.attributes()).toMatchObject({ tabindex: '0', role: 'region', 'aria-label': 'curl' })
})

it('is copied by one tap, and says so only when it is', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied')).mockResolvedValueOnce()
  const button = block().get('button')
  await button.trigger('click')
  await flushPromises()
  expect(button.text()).toBe('Salin: curl')

  await button.trigger('click')
  await flushPromises()
  expect(button.text()).toBe('Tersalin: curl')
  expect(written).toHaveBeenLastCalledWith("curl '/api/v1/program'")
})
