import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ApprovalLimits } from '@/api/types'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import ApprovalLimitsSettings from './ApprovalLimitsSettings.vue'

const limits: ApprovalLimits = { limits: [{ role: 'administrator', perAct: 10000, perDay: 50000 }], approvers: ['finance', 'administrator'] }
const [read, write] = ['GET /settings/approval-limits', 'PUT /settings/approval-limits']
const etag = (version: number) => ({ ETag: `"${version}"` })

async function shown(answers: Parameters<typeof serve>[0]) {
  const all = { [read]: { body: limits, headers: etag(1) }, ...answers }
  const calls = serve(all)
  const box = render(ApprovalLimitsSettings)
  await flushPromises()
  const send = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  const [agent, administrator] = box.findAll('fieldset fieldset')
  return { box, answers: all, send, agent: agent!, administrator: administrator!, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('how many points one may give alone', () => {
  it('has a line for each role, also for one without a limit so far, and is saved from the version that was read', async () => {
    const { box, send, agent, administrator, writes } = await shown({ [write]: { body: limits, headers: etag(2) } })
    expect(words(agent.get('legend'))).toBe('Petugas layanan')
    expect(field(agent, 'Poin sekali').element.value).toBe('0')
    expect(field(administrator, 'Poin sehari').element.value).toBe('50000')
    await field(agent, 'Poin sekali').setValue('500')
    await field(box, 'Manajer toko').setValue(true)
    await send()
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    expect(await writes()[0]!.json()).toEqual({ limits: [{ role: 'service_agent', perAct: 500, perDay: 0 }, { role: 'administrator', perAct: 10000, perDay: 50000 }], approvers: ['administrator', 'finance', 'store_manager'] })
    expect(words(box)).toContain('Tersimpan')
  })

  it('shows in words what a colleague changed meanwhile', async () => {
    const { box, answers, send, administrator, writes } = await shown({ [write]: changedMeanwhile })
    await field(administrator, 'Poin sekali').setValue('12000')
    answers[read] = { body: { ...limits, approvers: ['administrator'] }, headers: etag(2) }
    await send()
    for (const told of ['Administrator: Poin sekali', '12.000', 'Yang boleh menyetujui', 'Administrator, Keuangan']) expect(words(conflictIn(box))).toContain(told)
    answers[write] = { body: limits, headers: etag(3) }
    await settle(box, 'theirs')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    const sent = (await writes()[1]!.json()) as ApprovalLimits
    expect([sent.approvers, sent.limits[1]!.perAct]).toEqual([['administrator'], 10000])
  })

  it('says at the field what the server refuses', async () => {
    const first = await shown({ [write]: refused('/limits/1/perDay', 'Tidak boleh kurang dari batas sekali.') })
    await first.send()
    expect(described(field(first.administrator, 'Poin sehari'))).toBe('Tidak boleh kurang dari batas sekali.')
    const second = await shown({ [write]: refused('/approvers', 'Pilih setidaknya satu.') })
    await second.send()
    expect(words(second.box.get('[role=alert]'))).toBe('Pilih setidaknya satu.')
  })
})
