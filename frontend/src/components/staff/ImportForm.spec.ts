import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import ImportForm from './ImportForm.vue'

const partners = { items: [{ partnerId: 'par_1', name: 'Toko Segar' }, { partnerId: 'par_2', name: 'Bank Setia' }] }

async function form() {
  serve({ 'GET /stores': { body: { items: [] } }, 'GET /partners': { body: partners } })
  const shown = render(ImportForm, { props: { busy: false }, language: 'en' })
  await flushPromises()
  return shown
}

function choose(shown: Awaited<ReturnType<typeof form>>, file: File) {
  const input = shown.get('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [file] })
  return input.trigger('change')
}

describe('the form for imports', () => {
  it('asks for a file first', async () => {
    const shown = await form()
    await shown.get('form').trigger('submit')
    expect(shown.emitted('send')).toBeUndefined()
    expect(shown.text()).toContain('Choose a CSV file first')
  })

  it('tries members first, funded by the partner chosen', async () => {
    const shown = await form()
    await shown.get('input[value=members]').setValue()
    await shown.get('select').setValue('par_2')
    const file = new File(['member_number\n1\n'], 'members.csv')
    await choose(shown, file)
    expect(shown.get('button[type=submit]').text()).toBe('Try')
    await shown.get('form').trigger('submit')
    expect(shown.emitted('send')).toEqual([[file, { kind: 'members', funderId: 'par_2', dryRun: true }]])
  })

  it('sends purchases without a trial', async () => {
    const shown = await form()
    const file = new File(['receipt_number\n1\n'], 'history.csv')
    await choose(shown, file)
    await shown.get('form').trigger('submit')
    expect(shown.emitted('send')).toEqual([[file, { kind: 'purchases', storeId: '', dryRun: false }]])
  })
})
