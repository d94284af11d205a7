import { expect, it } from 'vitest'
import { render } from '@/test/render'
import PhotoField from './PhotoField.vue'

const choose = (input: HTMLInputElement, files: File[]) => Object.defineProperty(input, 'files', { value: files, configurable: true })

it('takes a photo, and lets go of it when another choice is left empty', async () => {
  const field = render(PhotoField, { props: { label: 'Foto struk', hint: 'Membantu bila poin tidak dapat langsung diberikan.' } })
  const input = field.get('input')
  const photo = new File(['x'], 'struk.jpg', { type: 'image/jpeg' })
  expect(field.get('label').text()).toBe('Foto struk (boleh dikosongkan)')
  expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
  expect(document.getElementById(input.attributes('aria-describedby')!)!.textContent).toContain('Membantu bila')
  expect(input.attributes('accept')).toBe('image/jpeg,image/png')

  choose(input.element, [photo])
  await input.trigger('change')
  choose(input.element, [])
  await input.trigger('change')

  expect(field.emitted('update:modelValue')).toEqual([[photo], [undefined]])
})
