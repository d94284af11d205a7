import { expect, it } from 'vitest'
import { render } from '@/test/render'
import TextField from './TextField.vue'

it('hands on what is typed, and what the field is for', async () => {
  const field = render(TextField, { props: { modelValue: 'Sari', label: 'Nama', autocomplete: 'name', maxlength: '60' } })
  const input = field.get('input')
  expect(input.element.value).toBe('Sari')
  expect(input.attributes()).toMatchObject({ autocomplete: 'name', maxlength: '60' })
  expect(field.get('label').attributes('for')).toBe(input.attributes('id'))

  await input.setValue('Sari Dewi')

  expect(field.emitted('update:modelValue')).toEqual([['Sari Dewi']])
})

it('ties a refusal to the input', () => {
  const input = render(TextField, { props: { modelValue: '', label: 'Nama', refusal: 'Isi nama Anda.' } }).get('input')

  expect(input.attributes('aria-invalid')).toBe('true')
  expect(document.getElementById(input.attributes('aria-describedby')!)!.textContent).toContain('Isi nama Anda.')
})
