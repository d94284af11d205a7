import { expect, it } from 'vitest'
import { render } from '@/test/render'
import StateChip from './StateChip.vue'

const states = ['active', 'open', 'leaving', 'ended', 'closed', 'retired', 'revoked'] as const

it('names every state, and colours only what is at work', () => {
  const chips = states.map((state) => render(StateChip, { props: { state } }))

  expect(chips.map((chip) => chip.text())).toEqual(['Aktif', 'Buka', 'Akan keluar', 'Berakhir', 'Tutup', 'Pensiun', 'Dicabut'])
  expect(chips.map((chip) => chip.classes().includes('text-daun'))).toEqual([true, true, false, false, false, false, false])
})
