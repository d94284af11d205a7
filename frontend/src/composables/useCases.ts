import { useQueryCache } from '@pinia/colada'
import { answerOf, client } from '@/api/client'
import { memberCaseQuery, memberCasesQuery } from '@/api/queries'
import type { CaseResponse } from '@/api/types'
import { smallPhoto } from './usePhoto'

/** What a member does with their cases. */
export function useCases() {
  const cache = useQueryCache()

  function changed(found: CaseResponse) {
    cache.setQueryData(memberCaseQuery(found.caseId).key, found)
    void cache.invalidateQueries({ key: memberCasesQuery.key })
    if (found.points > 0) void cache.invalidateQueries({ key: ['members', 'me'] })
    return found
  }

  async function addPhoto(caseId: string, file: File) {
    const photo = await smallPhoto(file)
    return changed(
      await answerOf(
        client.POST('/members/{memberId}/cases/{caseId}/photos', {
          params: { path: { memberId: 'me', caseId } },
          body: { photo: '' },
          bodySerializer: () => {
            const form = new FormData()
            form.append('photo', photo, 'photo.jpg')
            return form
          },
        }),
      ),
    )
  }

  async function write(caseId: string, text: string) {
    return changed(await answerOf(client.POST('/members/{memberId}/cases/{caseId}/messages', { params: { path: { memberId: 'me', caseId } }, body: { text } })))
  }

  return { changed, addPhoto, write }
}
