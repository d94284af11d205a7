import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { RfmSegment } from '@/api/figures'
import { render, serve } from '@/test/render'
import SegmentBox from './SegmentBox.vue'

const segment: RfmSegment = { segment: 'at_risk', name: { id: 'Berisiko pergi', en: 'At risk' }, members: 1204, averageRecencyDays: 91.5, averagePurchases: 5.1, averageSpend: { amount: '2500000', currency: 'IDR' } }

it('says who they are and what to do, and makes an audience of them', async () => {
  const calls = serve({ 'POST /audiences': { status: 201, body: { audienceId: 'aud_1', version: 1, name: 'Berisiko pergi' } } })
  const box = render(SegmentBox, { props: { segment, mayMake: true } })
  expect(box.text()).toMatch(/1\.204.anggota/)
  expect(box.text()).toContain('91,5')
  expect(box.text()).toContain('Tanyakan apa yang kurang')

  await box.get('button').trigger('click')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ name: 'Berisiko pergi', criteria: { kind: 'rfm', segments: ['at_risk'] } })
  expect(box.text()).toContain('“Berisiko pergi” dibuat')
})

it('makes none for who may not, nor of nobody', () => {
  serve({})
  expect(render(SegmentBox, { props: { segment, mayMake: false } }).find('button').exists()).toBe(false)
  expect(render(SegmentBox, { props: { segment: { ...segment, members: 0 }, mayMake: true } }).find('button').exists()).toBe(false)
})
