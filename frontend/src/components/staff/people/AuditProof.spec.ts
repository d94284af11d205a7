import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { button } from '@/test/within'
import { render, serve } from '@/test/render'
import AuditProof from './AuditProof.vue'

async function checked(answer: { status?: number; body: unknown }) {
  const calls = serve({ 'GET /audit-events/proof': answer })
  const box = render(AuditProof)
  expect(box.find('[role=status]').exists()).toBe(false)
  expect(calls.some(({ url }) => url.includes('audit-events'))).toBe(false)
  await button(box, 'Periksa rantai').trigger('click')
  await flushPromises()
  return box
}

it('says how many events it followed and that nothing was changed', async () => {
  const box = await checked({ body: { holds: true, events: 18_402 } })

  expect(box.get('[role=status]').text()).toBe('Utuh: 18.402 kejadian diperiksa, tidak ada yang diubah.')
})

it('says from where on the chain is broken', async () => {
  const box = await checked({ body: { holds: false, events: 18_402, brokenAt: 1207 } })

  expect(box.get('[role=status]').text()).toContain('Rusak mulai kejadian nomor 1.207.')
  expect(box.get('[role=status]').classes()).toContain('text-error')
})

it('claims nothing where it could not be followed', async () => {
  const box = await checked({ status: 503, body: { code: 'unavailable', title: 'Sibuk' } })

  expect(box.find('[role=status]').exists()).toBe(false)
  expect(box.get('[role=alert]').text()).toContain('Ada gangguan di pihak kami')
})
