import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { conflictIn, settle } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import ContactBox from './ContactBox.vue'

const [read, write] = ['GET /settings/contact', 'PUT /settings/contact']
const stored = (version: number, body: { email?: string; phone?: string }) => ({ body, headers: { ETag: `"${version}"` } })

async function shown(answers: Parameters<typeof serve>[0]) {
  const all = { 'GET /program': { body: program }, [read]: stored(1, { email: 'halo@kopi.id', phone: '021-555' }), ...answers }
  const calls = serve(all)
  const box = render(ContactBox)
  await flushPromises()
  const send = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, answers: all, send, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('how members reach the programme', () => {
  it('is saved without what was emptied', async () => {
    const { box, send, writes } = await shown({ [write]: stored(2, { email: 'tanya@kopi.id' }) })
    await field(box, 'Email').setValue(' tanya@kopi.id ')
    await field(box, 'Telepon').setValue('')
    await send()
    expect(await writes()[0]!.json()).toEqual({ email: 'tanya@kopi.id' })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    expect(box.get('[role=status]').text()).toBe('Tersimpan')
  })

  it('two people who change it choose, and the second request names the newer version', async () => {
    const { box, answers, send, writes } = await shown({ [write]: changedMeanwhile })
    await field(box, 'Email').setValue('saya@kopi.id')
    answers[read] = stored(2, { email: 'rekan@kopi.id', phone: '021-555' })
    await send()
    for (const told of ['saya@kopi.id', 'rekan@kopi.id', 'Semula: halo@kopi.id']) expect(words(conflictIn(box))).toContain(told)
    answers[write] = stored(3, { email: 'rekan@kopi.id', phone: '021-555' })
    await settle(box, 'theirs')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(field(box, 'Email').element.value).toBe('rekan@kopi.id')
  })

  it('says at the field what the server refuses', async () => {
    const { box, send } = await shown({ [write]: refused('/email', 'Alamat tidak lengkap.') })
    await send()
    expect(described(field(box, 'Email'))).toBe('Alamat tidak lengkap.')
  })
})
