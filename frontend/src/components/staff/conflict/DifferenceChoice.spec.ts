import { expect, it } from 'vitest'
import type { Difference } from '@/composables/conflict'
import { field } from '@/test/within'
import { render } from '@/test/render'
import DifferenceChoice from './DifferenceChoice.vue'

const price: Difference = { path: 'price', label: 'Harga', before: '', mine: '3.000', theirs: '2.500', changed: 'both' }
const choice = (given: Record<string, unknown> = {}) => render(DifferenceChoice, { props: { difference: price, theirName: 'Rina', refused: false, ...given } })

it('shows what both wrote and what it was before, and takes one of them', async () => {
  const both = choice()
  expect(both.get('legend').text()).toBe('Harga')
  expect(both.text()).toContain('Semula: (kosong)')
  expect(field(both, 'Milik Anda').element.checked).toBe(false)

  await field(both, 'Rina').setValue()
  await field(both, 'Milik Anda').setValue()
  expect(both.emitted('update:modelValue')).toEqual([['theirs'], ['mine']])
})

it('says whose side left it as it was', () => {
  const theirs = choice({ difference: { ...price, mine: '', changed: 'theirs' }, modelValue: 'theirs' })

  expect(theirs.findAll('label').map((side) => side.text())).toEqual([expect.stringMatching(/^Milik Anda · tetap seperti semula\s*\(kosong\)$/), expect.stringMatching(/^Rina\s*2\.500$/)])
  expect(theirs.text()).not.toContain('Semula:')
})

it('a choice that is missing is told where it is missing', () => {
  const refused = choice({ refused: true })

  expect(document.getElementById(refused.get('fieldset').attributes('aria-describedby')!)?.textContent).toBe('Pilih salah satu.')
  expect(choice().get('fieldset').attributes('aria-describedby')).toBeUndefined()
})
