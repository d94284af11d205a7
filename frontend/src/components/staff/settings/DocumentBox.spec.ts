import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DocumentResponse } from '@/api/setup'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { refused } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import DocumentBox from './DocumentBox.vue'

const terms: DocumentResponse = {
  documentId: 'doc_1', kind: 'terms', version: '2026-11', effectiveFrom: '2026-11-01', state: 'in_force', text: { id: '# Syarat', en: '# Terms' }, startingText: false, publishedAt: '2026-11-01T00:00:00Z',
  versions: [{ version: '2026-11', effectiveFrom: '2026-11-01', state: 'in_force' }, { version: '2026-01', effectiveFrom: '2026-01-01', state: 'earlier' }],
}

async function shown(answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ 'GET /program': { body: program }, 'GET /documents/terms': { body: terms }, ...answers })
  const box = render(DocumentBox, { props: { kind: 'terms' } })
  await flushPromises()
  return { box, calls }
}

describe('a text of the programme', () => {
  it('shows its versions, and warns while it is the one it began with', async () => {
    const { box } = await shown({ 'GET /documents/terms': { body: { ...terms, startingText: true } } })
    expect(box.findAll('tbody tr').map(words)).toEqual(['2026-111 November 2026berlaku', '2026-011 Januari 2026sebelumnya'])
    expect(box.findAll('tbody a').map((link) => link.attributes('href'))).toEqual(['/terms?version=2026-11', '/terms?version=2026-01'])
    expect(words(box)).toContain('Ini naskah awal.')
  })

  it('is written anew from what is in force, under a name not taken, looked at and published', async () => {
    const { box, calls } = await shown({ 'POST /documents/terms': { status: 201, body: terms } })
    await button(box, 'Tulis versi baru').trigger('click')
    expect(field(box, 'Versi').element.value).toBe('2026-11.2')
    expect(field(box, 'Berlaku sejak').element.value).toBe('2026-11-22')
    expect(field(box, 'Naskah bahasa Inggris').element.value).toBe('# Terms')
    await field(box, 'Naskah bahasa Indonesia').setValue('# Ketentuan')
    await button(box, 'Lihat hasilnya').trigger('click')
    expect(box.findAll('h1, h2, h3, h4').map(words)).toContain('Ketentuan')
    expect(box.find('textarea').exists()).toBe(false)
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ version: '2026-11.2', effectiveFrom: '2026-11-22', text: { id: '# Ketentuan', en: '# Terms' } })
    expect(box.get('[role=status]').text()).toBe('Versi baru sudah terbit.')
  })

  it('stays as it was written where it is refused, and where one thinks better of it nothing is sent', async () => {
    const { box, calls } = await shown({ 'POST /documents/terms': refused('/effectiveFrom', 'Tidak boleh sebelum hari ini.') })
    await button(box, 'Tulis versi baru').trigger('click')
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(described(field(box, 'Berlaku sejak'))).toBe('Tidak boleh sebelum hari ini.')
    await button(box, 'Batal').trigger('click')
    expect(box.find('form').exists()).toBe(false)
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})
