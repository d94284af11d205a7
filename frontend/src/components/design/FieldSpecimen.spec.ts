import { expect, it } from 'vitest'
import { described, field } from '@/test/within'
import { render } from '@/test/render'
import FieldSpecimen from './FieldSpecimen.vue'

it('shows fields with a label each, a hint, a refusal at its field, and one that is locked', () => {
  const fields = render(FieldSpecimen)
  const labelled = ['Nama', 'Email', 'Kata sandi', 'Bahasa', 'Terkunci', 'Setuju'].map((label) => field(fields, label).element)
  expect(labelled).toEqual(fields.findAll('input, select').map((one) => one.element))

  expect(described(field(fields, 'Nama'))).toContain('Satu kalimat yang membantu.')
  expect(field(fields, 'Email').attributes('aria-invalid')).toBe('true')
  expect(described(field(fields, 'Email'))).toContain('Isi alamat email yang lengkap, misalnya nama@contoh.id.')
  expect(field(fields, 'Terkunci').attributes('disabled')).toBeDefined()
  expect(field(fields, 'Setuju').element.checked).toBe(true)
  expect(fields.get('[role=status]').text()).toBe('Tersimpan')
})
