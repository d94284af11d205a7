import { expect, it } from 'vitest'
import { render } from '@/test/render'
import CheckField from './CheckField.vue'

it('is ticked by its words', async () => {
  const field = render(CheckField, { props: { modelValue: false, label: 'Kirimi saya email penawaran' } })
  expect(field.get('label').attributes('for')).toBe(field.get('input').attributes('id'))

  await field.get('input').setValue(true)

  expect(field.emitted('update:modelValue')).toEqual([[true]])
})

it('tells why it is asked and why it was refused', () => {
  const box = render(CheckField, { props: { modelValue: false, label: 'Saya setuju', hint: 'Syarat keanggotaan.', refusal: 'Anda perlu setuju.' } }).get('input')
  const told = box.attributes('aria-describedby')!.split(' ').map((id) => document.getElementById(id)!.textContent!.trim())

  expect(told).toEqual(['Syarat keanggotaan.', 'Anda perlu setuju.'])
  expect(box.attributes('aria-invalid')).toBe('true')
})
