import { expect, it } from 'vitest'
import { render } from '@/test/render'
import InlineInput from './InlineInput.vue'

it('is named for who does not see the words around it, and does not read its unit aloud', async () => {
  const input = render(InlineInput, { props: { modelValue: '1000', label: 'Jumlah belanja', prefix: 'Rp', invalid: true } })
  expect(input.get('input').attributes()).toMatchObject({ 'aria-label': 'Jumlah belanja', 'aria-invalid': 'true', inputmode: 'decimal', type: 'text' })
  expect(input.get('[aria-hidden=true]').text()).toBe('Rp')
  await input.get('input').setValue('2500')
  expect(input.emitted('update:modelValue')).toEqual([['2500']])
})

it('takes letters where it is told to, and a time of day', () => {
  const shown = (props: object) => render(InlineInput, { props: { modelValue: '', label: 'Kode', ...props } }).get('input').attributes()
  expect(shown({ letters: true })).not.toHaveProperty('inputmode')
  expect(shown({ type: 'time' })).toMatchObject({ type: 'time' })
})
