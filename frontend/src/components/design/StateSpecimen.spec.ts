import { expect, it } from 'vitest'
import { render } from '@/test/render'
import StateSpecimen from './StateSpecimen.vue'

it('shows a list that is empty, failed, forbidden or out of reach, each with what to do next', () => {
  const states = render(StateSpecimen)
  const text = states.text()

  expect(text).toContain('Buat hadiah pertama')
  expect(text).toContain('Nomor permintaan: req_01kq5zv4m8')
  expect(text).toContain('Anda tidak memiliki akses')
  expect(text).toContain('Periksa koneksi internet Anda')
  expect(text).toContain('Anda sedang offline')
  expect(states.findAll('button').map((button) => button.text())).toEqual(['Hadiah baru', 'Coba lagi'])
  expect(states.findAll('[role=alert]')).toHaveLength(2)
})
