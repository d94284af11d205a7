import { expect, it } from 'vitest'
import { render } from '@/test/render'
import AttemptList from './AttemptList.vue'

it('tells why an attempt failed and what was answered, the last first', () => {
  const attempts = [
    { number: 1, attemptedAt: '2026-11-22T00:00:00Z', failure: 'timed_out', durationMillis: 15000, answer: '' },
    { number: 2, attemptedAt: '2026-11-22T00:05:00Z', status: 500, failure: 'refused', durationMillis: 31, answer: 'database is down' },
  ]
  const rows = render(AttemptList, { props: { attempts } }).findAll('li')
  expect(rows[0]!.text()).toContain('Ditolak penerima (500)')
  expect(rows[0]!.text()).toContain('database is down')
  expect(rows[1]!.text()).toContain('Tidak ada jawaban dalam 15 detik')
})
