import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ChipSpecimen from './ChipSpecimen.vue'

const chips = (language: 'id' | 'en') => render(ChipSpecimen, { language }).findAll('.chip').map((chip) => chip.text())

it('no chip and no tier is told by its colour alone', () => {
  expect(chips('id')).toEqual(['Selesai', 'Berjalan', 'Menunggu', 'Gagal', 'Berakhir', 'Merah', 'Emas', 'Prioritas', 'Lainnya'])
  expect(chips('en')).toEqual(['Done', 'Running', 'Waiting', 'Failed', 'Ended', 'Red', 'Gold', 'Priority', 'Other'])
})

it('each tier has a ground of its own', () => {
  const grounds = render(ChipSpecimen).findAll('li').map((tier) => tier.classes().filter((name) => name.startsWith('tier-')).join())
  expect(grounds).toEqual(['tier-red', 'tier-gold', 'tier-priority', 'tier-other'])
})
