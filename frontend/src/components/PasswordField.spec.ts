import { expect, it } from 'vitest'
import { render } from '@/test/render'
import PasswordField from './PasswordField.vue'

it('is shown in the open to who asks, and hidden again', async () => {
  const field = render(PasswordField, { props: { modelValue: 'rahasia', label: 'Kata sandi', autocomplete: 'current-password' } })
  const eye = field.get('button')
  expect(eye.attributes('aria-label')).toBe('Tampilkan kata sandi')
  expect(field.get('input').attributes('type')).toBe('password')

  await eye.trigger('click')
  expect(field.get('input').attributes('type')).toBe('text')
  expect(eye.attributes('aria-pressed')).toBe('true')

  await eye.trigger('click')
  expect(field.get('input').attributes('type')).toBe('password')
})

it.each([
  ['', 'At least 10 characters.'],
  ['ninechars', '1 more character.'],
  ['ten-chars-', 'Long enough.'],
  ['fourteen-chars', 'This password is strong.'],
])('says of the new password “%s”: %s', (modelValue, words) => {
  const field = render(PasswordField, { props: { modelValue, label: 'Password', autocomplete: 'new-password', minLength: 10 }, language: 'en' })

  expect(document.getElementById(field.get('input').attributes('aria-describedby')!)!.textContent).toContain(words)
})

it('judges no password that there is already', () => {
  const field = render(PasswordField, { props: { modelValue: 'pendek', label: 'Kata sandi', autocomplete: 'current-password' } })

  expect(field.text()).toBe('Kata sandi')
  expect(field.find('rect').exists()).toBe(false)
})

it('fills a bar as it grows longer, and is refused at the input', () => {
  const field = render(PasswordField, { props: { modelValue: 'seven77', label: 'Kata sandi', autocomplete: 'new-password', minLength: 10, refusal: 'Kata sandi ini terlalu umum.' } })

  expect(field.findAll('rect')[1]!.attributes('width')).toBe('50')
  expect(field.get('input').attributes('aria-invalid')).toBe('true')
  expect(field.text()).toContain('Kata sandi ini terlalu umum.')
})
