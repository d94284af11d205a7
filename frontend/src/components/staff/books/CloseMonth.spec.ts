import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import CloseMonth from './CloseMonth.vue'

it('says what is frozen before it closes the month', async () => {
  const calls = serve({ 'POST /closings': { status: 202, body: { month: '2020-10', state: 'running' } } })
  const box = render(CloseMonth, { props: { month: '2020-10', mayClose: true, closingDay: 3 } })
  expect(box.text()).toContain('Tertutup sendiri pada tanggal 3')

  await box.get('button').trigger('click')
  expect(document.body.textContent).toContain('Bulan yang ditutup tidak bisa dibuka lagi.')
  expect(calls.some(({ method }) => method === 'POST')).toBe(false)

  await box.findAll('dialog button').find((button) => button.text() === 'Tutup bulan ini')!.trigger('click')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ month: '2020-10' })
  expect(box.emitted('closed')).toHaveLength(1)
})

it('closes no month that is under way', () => {
  serve({})
  const box = render(CloseMonth, { props: { month: '2999-01', mayClose: true } })

  expect(box.findAll('button').some((button) => button.text().startsWith('Tutup'))).toBe(false)
  expect(box.text()).toContain('masih berjalan')
})
