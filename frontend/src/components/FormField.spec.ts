import { expect, it } from 'vitest'
import { h } from 'vue'
import { render } from '@/test/render'
import FormField from './FormField.vue'

const Select = (props: { refusal?: string }) =>
  h(FormField, { label: 'Bahasa', hint: 'Untuk email kami.', optional: 'boleh dikosongkan', refusal: props.refusal }, {
    default: (field: { id: string; describedBy?: string; invalid: boolean }) => h('select', { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid }),
  })
Select.props = ['refusal']

it('gives whatever is inside its label and its hint', () => {
  const field = render(Select)
  const select = field.get('select')

  expect(field.get(`label[for="${select.attributes('id')}"]`).text()).toBe('Bahasa (boleh dikosongkan)')
  expect(document.getElementById(select.attributes('aria-describedby')!)!.textContent).toBe('Untuk email kami.')
  expect(select.attributes('aria-invalid')).toBe('false')
})

it('tells the refusal before the hint', () => {
  const select = render(Select, { props: { refusal: 'Pilih satu.' } }).get('select')
  const told = select.attributes('aria-describedby')!.split(' ').map((id) => document.getElementById(id)!.textContent!.trim())

  expect(told).toEqual(['Pilih satu.', 'Untuk email kami.'])
  expect(select.attributes('aria-invalid')).toBe('true')
})
