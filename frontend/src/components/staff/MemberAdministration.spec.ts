import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { MemberCard, Membership } from '@/api/membership'
import type { Role } from '@/api/types'
import { render, serve } from '@/test/render'
import { member, signedIn } from '@/test/staff'
import { button, field, words } from '@/test/within'
import MemberAdministration from './MemberAdministration.vue'

const active: Membership = { state: 'active', passwordSet: true }
const closing: Membership = { ...active, closing: { askedAt: '2026-11-20T03:00:00Z', by: 'member', finalAt: '2026-12-04T03:00:00Z' } }
const cards: MemberCard[] = [{ number: '6200000000001234', primary: true, maySpend: true, state: 'active' }, { number: '6200000000005678', label: 'Kartu Ibu', primary: false, maySpend: false, state: 'active' }, { number: '6200000000009999', primary: false, maySpend: false, state: 'blocked' }]

async function shown(role: Role, membership: Membership = active, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ ...signedIn(role), 'GET /members/mem_1/membership': { body: membership }, 'GET /members/mem_1/cards': { body: { items: cards } }, 'GET /members/mem_1/notices': { body: { items: [] } }, ...answers })
  const page = render(MemberAdministration, { props: { member: { ...member, state: membership.state } } })
  await flushPromises()
  const names = () => page.findAll('section button').map((one) => one.attributes('aria-label') ?? words(one))
  const send = async () => {
    await page.get('dialog[open] form').trigger('submit')
    await flushPromises()
  }
  return { page, names, send, writes: () => calls.filter(({ method }) => method !== 'GET') }
}

const pathOf = ({ method, url }: Request) => `${method} ${new URL(url).pathname.replace('/api/v1', '')}`

describe('what staff may do to a membership', () => {
  it('goes as far as their roles do', async () => {
    expect((await shown('service_agent')).names()).toEqual(['Bekukan', 'Perbaiki data', 'Tutup keanggotaan', 'Ganti kartu 6200000000001234', 'Ganti kartu 6200000000005678', 'Blokir kartu 6200000000005678', 'Tambah kartu'])
    expect((await shown('store_manager')).names()).toEqual(['Bekukan', 'Ganti kartu 6200000000001234', 'Ganti kartu 6200000000005678', 'Blokir kartu 6200000000005678', 'Tambah kartu'])
    expect((await shown('auditor')).names()).toEqual([])
    expect((await shown('marketer')).page.text()).toBe('')
  })

  it('shows the cards with what each is for, blocked ones as such', async () => {
    const { page } = await shown('auditor')
    expect(page.findAll('li').map(words)).toEqual(['6200 0000 0000 1234utama · boleh pakai poin', '6200 0000 0000 5678Kartu Ibu', '6200 0000 0000 9999diblokir'])
  })

  it('says what a member would lose before the membership is closed for a reason', async () => {
    const { page, send, writes } = await shown('service_agent', active, { 'PUT /members/mem_1/closing': { body: closing } })
    await button(page, 'Tutup keanggotaan').trigger('click')
    expect(words(page.get('dialog[open]'))).toContain('Setelah 14 hari hilang: 1.250 poin senilai Rp12.500, dan tingkat Emas.')
    await field(page.get('dialog[open]'), 'Alasan').setValue('Diminta lewat telepon')
    await send()
    expect(writes().map(pathOf)).toEqual(['PUT /members/mem_1/closing'])
    expect(await writes()[0]!.json()).toEqual({ reason: 'Diminta lewat telepon' })
    expect(page.find('dialog[open]').exists()).toBe(false)
  })

  it('keeps a membership that would close, and asks for no reason that nobody records', async () => {
    const { page, send, writes } = await shown('administrator', closing, { 'DELETE /members/mem_1/closing': { body: active } })
    expect(words(page)).toContain('Anggota meminta ditutup. Berakhir pada 4 Desember 2026.')
    await button(page, 'Batalkan penutupan').trigger('click')
    expect(page.get('dialog[open]').find('input').exists()).toBe(false)
    await send()
    expect(writes().map(pathOf)).toEqual(['DELETE /members/mem_1/closing'])
  })

  it('opens a frozen membership again only once the person was checked', async () => {
    const { page, send, writes } = await shown('service_agent', { ...active, state: 'frozen', freeze: { at: '2026-11-22T01:42:00Z', by: 'staff' } }, { 'POST /members/mem_1/unfreezing': { body: active } })
    expect(words(page)).toContain('Dibekukan staf pada 22 Nov, 08.42.')
    await button(page, 'Buka kembali').trigger('click')
    await field(page.get('dialog[open]'), 'Alasan').setValue('KTP cocok')
    await send()
    expect(writes()).toHaveLength(0)
    await page.get('dialog[open] input[type=checkbox]').setValue(true)
    await send()
    expect(await writes()[0]!.json()).toEqual({ identityChecked: true, reason: 'KTP cocok' })
  })

  it('blocks and adds the very card that was meant', async () => {
    const { page, send, writes } = await shown('store_manager', active, { 'POST /members/mem_1/cards/blocks': { body: {} }, 'POST /members/mem_1/cards': { body: {} } })
    await button(page, 'Blokir kartu 6200000000005678').trigger('click')
    await field(page.get('dialog[open]'), 'Alasan').setValue('Hilang')
    await send()
    await button(page, 'Tambah kartu').trigger('click')
    await field(page.get('dialog[open]'), 'Nama kartu').setValue('Kartu Ayah')
    await field(page.get('dialog[open]'), 'Nomor kartu lama').setValue('6200000000004321')
    await send()
    expect(await Promise.all(writes().map(async (call) => [pathOf(call), await call.json()]))).toEqual([['POST /members/mem_1/cards/blocks', { number: '6200000000005678', reason: 'Hilang' }], ['POST /members/mem_1/cards', { label: 'Kartu Ayah', number: '6200000000004321' }]])
  })

  it('sends a card again under the same key when no answer came, and the next one under another', async () => {
    const post: { status?: number; body?: unknown } = { status: 503, body: { code: 'try_again_later', title: 'Sibuk', detail: 'Coba lagi' } }
    const { page, send, writes } = await shown('store_manager', active, { 'POST /members/mem_1/cards': post })
    const add = async () => {
      if (!page.find('dialog[open]').exists()) await button(page, 'Tambah kartu').trigger('click')
      await field(page.get('dialog[open]'), 'Nama kartu').setValue('Kartu Ayah')
      await send()
    }
    await add()
    Object.assign(post, { status: 201, body: { number: '6200000000007777' } })
    await add()
    await add()
    const keys = writes().map(({ headers }) => headers.get('Idempotency-Key'))
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[2]).not.toBe(keys[0])
  })

  it('replaces a card under a key', async () => {
    const { page, send, writes } = await shown('store_manager', active, { 'POST /members/mem_1/cards/replacements': { status: 201, body: {} } })
    await button(page, 'Ganti kartu 6200000000005678').trigger('click')
    await field(page.get('dialog[open]'), 'Alasan').setValue('Hilang')
    await send()
    expect(writes().map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  })
})
