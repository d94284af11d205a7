import { expect, it } from 'vitest'
import type { ArrivalCounts } from '@/api/types'
import { render } from '@/test/render'
import { words } from '@/test/within'
import ArrivalFigures from './ArrivalFigures.vue'

const counts: ArrivalCounts = {
  imported: 1200, before: 3, refused: 0, reported: 0, cards: 1100, phones: 900, emails: 800, tiers: 40, consents: 2400, lots: 1500, points: [{ partnerId: 'par_1', name: 'Kopi Senja', points: 85000 }],
  pointsExpired: 0, pointsBefore: 0, pointsRefused: 0, phonesShared: 0, phonesTaken: 0, emailsShared: 0, emailsTaken: 0, tiersEnded: 0,
}

it('tells what came of the file and who bears the points that came with it', () => {
  const figures = render(ArrivalFigures, { props: { counts } })
  expect(words(figures)).toContain('anggota baru1.200')
  expect(words(figures)).toContain('Poin didanai oleh Kopi Senja85.000 poin')
  expect(words(figures)).not.toContain('Diimpor, tetapi tidak seluruhnya')
  expect(figures.find('.text-error').exists()).toBe(false)
})

it('lists only what was left out, and makes refused rows stand out', () => {
  const figures = render(ArrivalFigures, { props: { counts: { ...counts, refused: 7, phonesTaken: 4 } } })
  expect(figures.findAll('li').map(words)).toEqual(['4 nomor HP milik anggota lain, tidak diberikan'])
  expect(words(figures.get('.text-error'))).toBe('ditolak7')
})
