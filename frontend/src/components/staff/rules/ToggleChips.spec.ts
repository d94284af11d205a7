import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { field } from '@/test/within'
import ToggleChips from './ToggleChips.vue'

const options = [{ value: 'monday', text: 'Senin' }, { value: 'tuesday', text: 'Selasa' }, { value: 'friday', text: 'Jumat' }]

it('keeps what is chosen in the order of the choices', async () => {
  const chips = render(ToggleChips, { props: { legend: 'Pada hari', options, modelValue: ['friday'] } })
  expect(chips.get('fieldset legend').text()).toBe('Pada hari')
  expect(field(chips, 'Jumat').element.checked).toBe(true)
  await field(chips, 'Senin').setValue(true)
  expect(chips.emitted('update:modelValue')!.at(-1)).toEqual([['monday', 'friday']])
  await chips.setProps({ modelValue: ['monday', 'friday'] } as never)
  await field(chips, 'Jumat').setValue(false)
  expect(chips.emitted('update:modelValue')!.at(-1)).toEqual([['monday']])
})
