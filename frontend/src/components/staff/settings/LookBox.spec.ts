import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ProgramLookResponse } from '@/api/setup'
import { conflictIn, settle } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import LookBox from './LookBox.vue'

const [read, write, logo] = ['GET /settings/look', 'PUT /settings/look', '/settings/look/logo']
const stored = (version: number, body: ProgramLookResponse = {}) => ({ body, headers: { ETag: `"${version}"` } })
const withLogo: ProgramLookResponse = { logo: { url: '/logo.png', width: 64, height: 64 } }

async function shown(answers: Parameters<typeof serve>[0]) {
  const all = { 'GET /program': { body: program }, [read]: stored(1), ...answers }
  const calls = serve(all)
  const box = render(LookBox)
  await flushPromises()
  const send = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, answers: all, send, writes: () => calls.filter(({ method }) => method !== 'GET') }
}

async function hang(box: Awaited<ReturnType<typeof shown>>['box']) {
  const input = field(box, 'Logo')
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'logo.png', { type: 'image/png' })], configurable: true })
  await input.trigger('change')
  await flushPromises()
}

describe('how the programme looks', () => {
  it('a colour is saved from the version that was read, and the usual one comes back', async () => {
    const { box, answers, send, writes } = await shown({ [write]: stored(2, { primaryColor: '#0a6e3c' }) })
    expect(field(box, 'Warna utama').element.value).toBe('#2b3591')
    await field(box, 'Warna utama').setValue('#0a6e3c')
    await send()
    expect(await writes()[0]!.json()).toEqual({ primaryColor: '#0a6e3c' })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    answers[write] = stored(3)
    await button(box, 'Kembali ke warna bawaan').trigger('click')
    await flushPromises()
    expect(await writes()[1]!.json()).toEqual({})
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(field(box, 'Warna utama').element.value).toBe('#2b3591')
  })

  it('offers the shade the server would take in place of one too light', async () => {
    const { box, send } = await shown({ [write]: refused('/primaryColor', 'Terlalu terang; #8a6d00 sudah terbaca.') })
    await field(box, 'Warna utama').setValue('#ffcc00')
    await send()
    expect(described(field(box, 'Warna utama'))).toBe('Terlalu terang; #8a6d00 sudah terbaca.')
    await button(box, 'Pakai #8a6d00').trigger('click')
    expect(field(box, 'Warna utama').element.value).toBe('#8a6d00')
  })

  it('two people who change the colour choose', async () => {
    const { box, answers, send, writes } = await shown({ [write]: changedMeanwhile })
    await field(box, 'Warna utama').setValue('#0a6e3c')
    answers[read] = stored(2, { primaryColor: '#6e0a3c' })
    await send()
    for (const told of ['#0a6e3c', '#6e0a3c']) expect(words(conflictIn(box))).toContain(told)
    answers[write] = stored(3, { primaryColor: '#0a6e3c' })
    await settle(box, 'mine')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(await writes()[1]!.json()).toEqual({ primaryColor: '#0a6e3c' })
  })

  it('a logo is hung as soon as it is chosen, and taken down', async () => {
    const { box, answers, writes } = await shown({ [`POST ${logo}`]: stored(2, withLogo), [`DELETE ${logo}`]: stored(3) })
    await hang(box)
    expect(box.get('img').attributes()).toMatchObject({ src: '/logo.png', alt: 'Logo saat ini' })
    expect(((await writes()[0]!.formData()).get('file') as File).name).toBe('logo.png')
    answers[read] = stored(3)
    await button(box, 'Hapus logo').trigger('click')
    await flushPromises()
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(box.find('img').exists()).toBe(false)
  })

  it('says what could not be done, the file’s fault at its field', async () => {
    const { box } = await shown({ [read]: stored(1, { primaryColor: '#0a6e3c' }), [write]: changedMeanwhile, [`POST ${logo}`]: refused('/file', 'Paling besar 256 KB.') })
    await hang(box)
    expect(described(field(box, 'Logo'))).toContain('Paling besar 256 KB.')
    await button(box, 'Kembali ke warna bawaan').trigger('click')
    await flushPromises()
    expect(box.get('[role=alert]').text()).toContain('Sudah berubah')
  })
})
