import type { Rule } from '../rule/Rule';
import { H01 } from './target/H01';
import { H02 } from './target/H02';
import { H03 } from './target/H03';
import { H04 } from './target/H04';
import { H05 } from './target/H05';
import { H06 } from './target/H06';
import { H07 } from './target/H07';
import { H08 } from './target/H08';
import { H09 } from './target/H09';
import { H10 } from './target/H10';
import { H11 } from './target/H11';
import { M01 } from './metrics/M01';
import { M02 } from './metrics/M02';
import { M03 } from './metrics/M03';
import { M04 } from './metrics/M04';
import { M05 } from './metrics/M05';
import { M06 } from './metrics/M06';
import { M07 } from './metrics/M07';
import { M08 } from './metrics/M08';
import { M09 } from './metrics/M09';
import { M10 } from './metrics/M10';
import { M11 } from './metrics/M11';
import { M12 } from './metrics/M12';
import { M13 } from './metrics/M13';
import { M14 } from './metrics/M14';
import { M15 } from './metrics/M15';
import { M16 } from './metrics/M16';
import { M17 } from './metrics/M17';
import { M18 } from './metrics/M18';
import { M19 } from './metrics/M19';
import { M20 } from './metrics/M20';
import { M21 } from './metrics/M21';
import { M23 } from './metrics/M23';
import { M24 } from './metrics/M24';
import { M25 } from './metrics/M25';
import { R01 } from './range/R01';
import { R02 } from './range/R02';
import { R03 } from './range/R03';
import { R04 } from './range/R04';
import { R05 } from './range/R05';
import { R06 } from './range/R06';
import { R07 } from './range/R07';
import { R08 } from './range/R08';
import { R09 } from './range/R09';
import { R10 } from './range/R10';
import { R11 } from './range/R11';
import { R12 } from './range/R12';
import { R13 } from './range/R13';
import { R14 } from './range/R14';
import { R15 } from './range/R15';
import { R17 } from './range/R17';
import { R18 } from './range/R18';
import { R19 } from './range/R19';
import { R20 } from './range/R20';
import { R21 } from './range/R21';
import { Z01 } from './zero/Z01';
import { Z02 } from './zero/Z02';
import { Z03 } from './zero/Z03';
import { Z04 } from './zero/Z04';
import { G01 } from './ownership/G01';
import { G02 } from './ownership/G02';
import { G03 } from './ownership/G03';
import { C01 } from './capacity/C01';
import { C02 } from './capacity/C02';
import { C03 } from './capacity/C03';
import { C04 } from './capacity/C04';
import { C05 } from './capacity/C05';
import { C06 } from './capacity/C06';
import { C07 } from './capacity/C07';
import { C08 } from './capacity/C08';
import { C09 } from './capacity/C09';
import { C10 } from './capacity/C10';
import { C11 } from './capacity/C11';
import { C12 } from './capacity/C12';
import { C13 } from './capacity/C13';
import { D01 } from './disruption/D01';
import { D02 } from './disruption/D02';
import { D03 } from './disruption/D03';
import { D04 } from './disruption/D04';
import { D07 } from './disruption/D07';
import { V01 } from './vpa/V01';
import { V02 } from './vpa/V02';
import { V03 } from './vpa/V03';
import { V04 } from './vpa/V04';
import { V05 } from './vpa/V05';
import { V06 } from './vpa/V06';
import { V07 } from './vpa/V07';
import { V08 } from './vpa/V08';
import { V09 } from './vpa/V09';
import { V10 } from './vpa/V10';
import { V11 } from './vpa/V11';
import { V12 } from './vpa/V12';
import { V13 } from './vpa/V13';
import { V14 } from './vpa/V14';
import { V15 } from './vpa/V15';
import { V16 } from './vpa/V16';
import { V17 } from './vpa/V17';
import { V18 } from './vpa/V18';
import { V19 } from './vpa/V19';
import { V20 } from './vpa/V20';
import { V21 } from './vpa/V21';
import { V22 } from './vpa/V22';
import { V23 } from './vpa/V23';
import { V24 } from './vpa/V24';
import { V25 } from './vpa/V25';
import { V27 } from './vpa/V27';
import { V28 } from './vpa/V28';
import { U01 } from './gpu/U01';
import { U02 } from './gpu/U02';
import { U03 } from './gpu/U03';
import { U06 } from './gpu/U06';
import { U07 } from './gpu/U07';

/** Every rule that is implemented, in the order of the catalogue. */
export const DIAGNOSIS_RULES: readonly Rule[] = [
  H01,
  H02,
  H03,
  H04,
  H05,
  H06,
  H07,
  H08,
  H09,
  H10,
  H11,
  M01,
  M02,
  M03,
  M04,
  M05,
  M06,
  M07,
  M08,
  M09,
  M10,
  M11,
  M12,
  M13,
  M14,
  M15,
  M16,
  M17,
  M18,
  M19,
  M20,
  M21,
  M23,
  M24,
  M25,
  R01,
  R02,
  R03,
  R04,
  R05,
  R06,
  R07,
  R08,
  R09,
  R10,
  R11,
  R12,
  R13,
  R14,
  R15,
  R17,
  R18,
  R19,
  R20,
  R21,
  Z01,
  Z02,
  Z03,
  Z04,
  G01,
  G02,
  G03,
  C01,
  C02,
  C03,
  C04,
  C05,
  C06,
  C07,
  C08,
  C09,
  C10,
  C11,
  C12,
  C13,
  D01,
  D02,
  D03,
  D04,
  D07,
  V01,
  V02,
  V03,
  V04,
  V05,
  V06,
  V07,
  V08,
  V09,
  V10,
  V11,
  V12,
  V13,
  V14,
  V15,
  V16,
  V17,
  V18,
  V19,
  V20,
  V21,
  V22,
  V23,
  V24,
  V25,
  V27,
  V28,
  U01,
  U02,
  U03,
  U06,
  U07,
];
