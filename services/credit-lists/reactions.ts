import { addYears } from '@mingjian/codes'
import type { Command, Reaction } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import type { AbnormalCommand } from './abnormal-operations/decider.ts'
import type { ObjectionCommand } from './objections/decider.ts'
import type { SeriousCommand } from './serious-violations/decider.ts'
import type { VerificationCommand } from './verifications/decider.ts'

const ENDINGS: Readonly<Record<string, string>> = {
  EnterpriseDeregistered: '已办理注销登记',
  RegistrationRescinded: '登记被撤销',
  EnterpriseMigratedOut: '迁出本登记机关',
}

/** An entry ends with its subject, and with the authority's competence for it. */
const endWithSubject: Reaction = {
  name: 'end-listing-with-subject',
  events: ['EnterpriseDeregistered', 'RegistrationRescinded', 'EnterpriseMigratedOut'],
  react: (event): readonly Command[] => {
    const command: AbnormalCommand = {
      type: 'RecordSubjectEnd',
      data: { uscc: event.subject, on: event.effectiveOn, reason: ENDINGS[event.type] ?? '' },
    }
    return [command]
  },
}

/** 异常名录办法第十四条: a change of address in the register is a cure for not being reached at the old one. */
const addressChanged: Reaction = {
  name: 'address-change-cures',
  events: ['RegistrationChanged'],
  react: (event): readonly Command[] => {
    if (event.type !== 'RegistrationChanged' || !event.data.changed.includes('address')) return []
    const command: AbnormalCommand = {
      type: 'RecordAddressChange',
      data: { uscc: event.subject, on: event.effectiveOn },
    }
    return [command]
  },
}

/** 异常名录办法第十六条: what is verified to be an error is put right at once, within the five working days. */
const objectionUpheld: Reaction = {
  name: 'rescind-on-objection',
  events: ['AbnormalObjectionUpheld'],
  react: (event): readonly Command[] => {
    if (event.type !== 'AbnormalObjectionUpheld') return []
    const { ground, year, listedOn, reason, verifiedOn } = event.data
    const command: AbnormalCommand = {
      type: 'RescindAbnormalListing',
      data: { uscc: event.subject, ground, year, listedOn, on: verifiedOn, reason },
    }
    return [command]
  },
}

/** 信用修复: what is granted for an entry takes it off the list, or clears the mark. */
const restored: Reaction = {
  name: 'delist-on-restoration',
  events: ['RestorationGranted'],
  react: (event): readonly Command[] => {
    if (event.type !== 'RestorationGranted' || event.data.kind !== 'abnormal') return []
    const command: AbnormalCommand = {
      type: 'DelistAbnormalOperations',
      data: {
        uscc: event.subject,
        ground: event.data.record as AbnormalGround,
        on: event.data.grantedOn,
        reason: '准予信用修复',
      },
    }
    return [command]
  },
}

/** A record that is shown no longer because of an objection has been put right. */
const recalledOnObjection: Reaction = {
  name: 'objection-corrected-by-recall',
  events: ['ObjectionUpheld'],
  react: (event): readonly Command[] => {
    if (event.type !== 'ObjectionUpheld' || event.data.type !== 'PenaltyPublicised') return []
    const command: ObjectionCommand = {
      type: 'CorrectObjectedRecord',
      data: { uscc: event.subject, objection: event.data.objection, on: event.data.upheldOn, how: '停止公示' },
    }
    return [command]
  },
}

/** 失信名单办法第十九条: what rested on a penalty falls with it, at once and so within three working days. */
const penaltyFell: Reaction = {
  name: 'rescind-with-penalty',
  events: ['PenaltyOverturned', 'PenaltyDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyOverturned' && event.type !== 'PenaltyDecided') return []
    const { documentNo } = event.data
    // A decision that stands changed is judged by what it is now.
    const overturned = event.type === 'PenaltyOverturned' && event.data.outcome !== 'changed'
    const command: SeriousCommand = {
      type: 'RecordPenaltyFall',
      data: { uscc: event.subject, documentNo, overturned, on: event.effectiveOn },
    }
    return [command]
  },
}

/** 失信名单办法第十三条: the notice of the penalty is that of the list too. */
const notifiedWithPenalty: Reaction = {
  name: 'notify-serious-listing-with-penalty',
  events: ['PriorNoticeServed'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PriorNoticeServed') return []
    const { uscc, seriousArticle, facts } = event.data
    if (uscc === null || seriousArticle === null) return []
    const command: SeriousCommand = {
      type: 'NotifySeriousListing',
      data: { uscc, matter: event.subject, article: seriousArticle, facts, on: event.effectiveOn },
    }
    return [command]
  },
}

/** 失信名单办法第十三条: listed with the penalty, whose decision found it bad in nature, grave and harmful; refused without the consent above. */
const listedWithPenalty: Reaction = {
  name: 'list-serious-violation-with-penalty',
  events: ['PenaltyDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyDecided') return []
    const { caseId, seriousArticle, documentNo, decidedOn, restrictionYears } = event.data
    if (caseId === null || seriousArticle === null) return []
    const command: SeriousCommand = {
      type: 'ListSeriousViolation',
      data: {
        ...{ uscc: event.subject, matter: caseId, documentNo, article: seriousArticle, on: decidedOn },
        ...{ serious: true, noIntentProved: false },
        restrictedUntil: restrictionYears === 0 ? null : addYears(decidedOn, restrictionYears),
      },
    }
    return [command]
  },
}

/** 办法（83号）第八条第一款: three years on the list of abnormal operations led to this one, to 2021-08-31. */
const threeYearsFull: Reaction = {
  name: 'list-after-three-years',
  events: ['AbnormalListingReachedThreeYears'],
  react: (event): readonly Command[] => {
    if (event.type !== 'AbnormalListingReachedThreeYears' || event.data.route !== 'serious-list') return []
    const { ground, year, listedOn, fullOn } = event.data
    const command: SeriousCommand = {
      type: 'RecordThreeYearListing',
      data: { uscc: event.subject, matter: `${ground}/${year ?? ''}/${listedOn}`, fullOn, on: event.effectiveOn },
    }
    return [command]
  },
}

/** 异常名录办法第八条、第九条: what an inspection found, once its result has passed review, is verified 查实. */
const foundByInspection: Reaction = {
  name: 'verify-what-inspection-found',
  events: ['InspectionFollowUpDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'InspectionFollowUpDecided') return []
    const { kind, uscc, facts } = event.data
    const of = { uscc, on: event.effectiveOn, reference: event.subject }
    switch (kind) {
      case 'false_information':
        return [{ type: 'FindFalseInformation', data: { ...of, information: facts } } satisfies VerificationCommand]
      case 'uncontactable':
        return [{ type: 'FindUncontactable', data: of } satisfies VerificationCommand]
      default:
        return []
    }
  },
}

export const reactions = [
  penaltyFell,
  notifiedWithPenalty,
  listedWithPenalty,
  threeYearsFull,
  endWithSubject,
  addressChanged,
  objectionUpheld,
  restored,
  recalledOnObjection,
  foundByInspection,
]
