import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { field } from '@/test/within'
import DayGrid from './DayGrid.vue'

it('takes days of the month and keeps them in their order', async () => {
  const grid = render(DayGrid, { props: { legend: 'Pada tanggal', modelValue: [25] } })
  expect([grid.get('fieldset legend').text(), grid.findAll('input')]).toEqual(['Pada tanggal', expect.objectContaining({ length: 31 })])
  expect(field(grid, '25').element.checked).toBe(true)
  await field(grid, '1').setValue(true)
  expect(grid.emitted('update:modelValue')!.at(-1)).toEqual([[1, 25]])
  await grid.setProps({ modelValue: [1, 25] } as never)
  await field(grid, '25').setValue(false)
  expect(grid.emitted('update:modelValue')!.at(-1)).toEqual([[1]])
})
