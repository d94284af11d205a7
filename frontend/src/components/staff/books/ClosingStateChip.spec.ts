import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ClosingStateChip from './ClosingStateChip.vue'

const states = ['closed', 'running', 'restarting', 'unreconciled'] as const

it('names how far a month is closed, and warns of one that does not agree', () => {
  const chips = states.map((state) => render(ClosingStateChip, { props: { state } }))

  expect(chips.map((chip) => chip.text())).toEqual(['Ditutup', 'Sedang dihitung', 'Dihitung ulang', 'Tidak cocok'])
  expect(chips.map((chip) => chip.classes().find((name) => name.startsWith('text-')))).toEqual(['text-daun', 'text-nila', 'text-nila', 'text-error'])
})
