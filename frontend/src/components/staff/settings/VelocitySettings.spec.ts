import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { VelocityPolicy } from '@/api/types'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import VelocitySettings from './VelocitySettings.vue'

const policy: VelocityPolicy = { memberPurchases: 15, memberPoints: 20000, cardPurchases: 10, cashierPurchases: 8, cashierAttachments: 5, terminalAttachments: 12 }
const [read, write] = ['GET /settings/velocity', 'PUT /settings/velocity']
const etag = (version: number) => ({ ETag: `"${version}"` })

async function shown(answers: Parameters<typeof serve>[0] = {}, readonly = false) {
  const all = { [read]: { body: policy, headers: etag(1) }, ...answers }
  const calls = serve(all)
  const box = render(VelocitySettings, { props: { readonly } })
  await flushPromises()
  const send = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, answers: all, send, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('how fast points may come', () => {
  it('is saved from the version that was read', async () => {
    const { box, send, writes } = await shown({ [write]: { body: { ...policy, memberPurchases: 20 }, headers: etag(2) } })
    expect(field(box, 'Poin per anggota sehari').element.value).toBe('20000')
    await field(box, 'Belanja per anggota sehari').setValue('20')
    await send()
    expect(await writes()[0]!.json()).toEqual({ ...policy, memberPurchases: 20 })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    expect(words(box)).toContain('Tersimpan')
    await field(box, 'Belanja per kartu sehari').setValue('9')
    expect(words(box)).not.toContain('Tersimpan')
  })

  it('two people who change it choose, and nothing is lost', async () => {
    const { box, answers, send, writes } = await shown({ [write]: changedMeanwhile })
    await field(box, 'Poin per anggota sehari').setValue('30000')
    answers[read] = { body: { ...policy, memberPoints: 25000 }, headers: etag(2) }
    await send()
    for (const told of ['Poin per anggota sehari', '30.000', '25.000']) expect(words(conflictIn(box))).toContain(told)
    answers[write] = { body: { ...policy, memberPoints: 30000 }, headers: etag(3) }
    await settle(box, 'mine')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(await writes()[1]!.json()).toEqual({ ...policy, memberPoints: 30000 })
  })

  it('says at the field what the server refuses', async () => {
    const { box, send } = await shown({ [write]: refused('/cardPurchases', 'Paling banyak 1.000.000.') })
    await send()
    expect(described(field(box, 'Belanja per kartu sehari'))).toBe('Paling banyak 1.000.000.')
    expect(field(box, 'Belanja per kartu sehari').attributes('aria-invalid')).toBe('true')
  })

  it('is only read by who may not change it, and read again where it failed', async () => {
    expect((await shown({}, true)).box.findAll('button')).toHaveLength(0)
    const { box, answers } = await shown({ [read]: { status: 503, body: { status: 503, code: 'busy', title: 'Sibuk' } } })
    answers[read] = { body: policy, headers: etag(1) }
    await button(box, 'Coba lagi').trigger('click')
    await flushPromises()
    expect(field(box, 'Belanja per kartu sehari').element.value).toBe('10')
  })
})
