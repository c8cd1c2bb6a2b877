; Closing the program, backing up the data, changing old for new, and Windows' registry.

; In: $R0 a file. Out: $R1 "yes" when it is there and another program holds it.
!macro IS_IN_USE un
Function ${un}IsInUse
  StrCpy $R1 ""
  ${If} ${FileExists} "$R0"
    ClearErrors
    FileOpen $R2 "$R0" a
    ${If} ${Errors}
      StrCpy $R1 "yes"
    ${Else}
      FileClose $R2
    ${EndIf}
  ${EndIf}
FunctionEnd

; Out: $R1 "yes" while one of our programs runs.
Function ${un}IsRunning
  StrCpy $R0 "$INSTDIR\TienDo.exe"
  Call ${un}IsInUse
  ${If} $R1 == ""
    StrCpy $R0 "$INSTDIR\TienDoLenh.exe"
    Call ${un}IsInUse
  ${EndIf}
FunctionEnd

; WM_CLOSE to every visible window that belongs to $INSTDIR\TienDo.exe: the program then closes
; as if the officer had closed it.
Function ${un}AskToClose
  StrCpy $0 0
  ${Do}
    FindWindow $0 "" "" 0 $0
    ${If} $0 = 0
      ${ExitDo}
    ${EndIf}
    System::Call 'user32::IsWindowVisible(p r0) i .r1'
    ${If} $1 <> 0
      System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r2)'
      System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r2) p .r3'
      StrCpy $4 ""
      ${If} $3 P<> 0
        System::Call 'kernel32::QueryFullProcessImageNameW(p r3, i 0, w .r4, *i ${NSIS_MAX_STRLEN}) i .r5'
        System::Call 'kernel32::CloseHandle(p r3)'
      ${EndIf}
      ${If} $4 == "$INSTDIR\TienDo.exe"
        System::Call 'user32::PostMessageW(p r0, i ${WM_CLOSE}, p 0, p 0)'
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd

; Leaves only when nothing runs any more. Silently it asks nobody: exit code 5 at once.
Function ${un}CloseProgram
  Call ${un}IsRunning
  ${If} $R1 == ""
    Return
  ${EndIf}
  ${If} ${Silent}
    SetErrorLevel 5
    Abort
  ${EndIf}
  ${Do}
    DetailPrint "${STEP_CLOSING}"
    Call ${un}AskToClose
    ${ForEach} $R3 1 40 + 1
      Call ${un}IsRunning
      ${If} $R1 == ""
        ${Break}
      ${EndIf}
      Sleep 250
    ${Next}
    ${If} $R1 == ""
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${STILL_RUNNING}" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 5
    Abort
  ${Loop}
FunctionEnd
!macroend
!insertmacro IS_IN_USE ""
!insertmacro IS_IN_USE "un."

; A folder with another program's files is left alone, or its _internal would be lost.
Function RefuseForeignFolder
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\TienDo.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\_internal\resources\presets\communes.json"
    MessageBox MB_OK|MB_ICONSTOP "${FOREIGN_FOLDER}" /SD IDOK
    SetErrorLevel 8
    Abort
  ${EndIf}
FunctionEnd

; The installed program copies every data file that it knows, wherever they lie, because only it
; proves a copy by reading it back. One that cannot (no such command, broken) is replaced by a
; plain copy of file and log in the usual folder: nothing has them open here.
Function BackUpData
  ${IfNot} ${FileExists} "$INSTDIR\TienDoLenh.exe"
  ${AndIfNot} ${FileExists} "${DATA}\*.tiendo"
    Return
  ${EndIf}
  DetailPrint "${STEP_BACKING_UP}"
  ${Do}
    StrCpy $0 "none"
    ${If} ${FileExists} "$INSTDIR\TienDoLenh.exe"
      nsExec::ExecToStack /TIMEOUT=300000 '"$INSTDIR\TienDoLenh.exe" backup --known'
      Pop $0
      Pop $1
    ${EndIf}
    ${If} $0 == "0"
      Return
    ${EndIf}
    Call CopyData
    ${If} $0 == "0"
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NOT_BACKED_UP}" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 7
    Abort
  ${Loop}
FunctionEnd

; Out: $0 "0" when every data file and its log are in a folder of their own.
Function CopyData
  ${GetTime} "" "L" $1 $2 $3 $4 $5 $6 $7
  StrCpy $R4 "${DATA}\sao-luu\truoc-nang-cap-$3-$2-$1-$5$6$7"
  CreateDirectory "$R4"
  ClearErrors
  CopyFiles /SILENT "${DATA}\*.tiendo" "$R4"
  ${If} ${FileExists} "${DATA}\*.tiendo-wal"
    CopyFiles /SILENT "${DATA}\*.tiendo-wal" "$R4"
  ${EndIf}
  StrCpy $0 "1"
  ${IfNot} ${Errors}
  ${AndIf} ${FileExists} "$R4\*.tiendo"
    StrCpy $0 "0"
  ${EndIf}
FunctionEnd

; The old program stays whole beside the new one until that is complete.
Function SetOldAside
  RMDir /r "$INSTDIR\_internal.cu"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\_internal.cu"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "${NOT_REPLACED}" /SD IDOK
      SetErrorLevel 5
      Abort
    ${EndIf}
  ${EndIf}
  Delete "$INSTDIR\TienDo.exe.cu"
  Delete "$INSTDIR\TienDoLenh.exe.cu"
  Rename "$INSTDIR\TienDo.exe" "$INSTDIR\TienDo.exe.cu"
  Rename "$INSTDIR\TienDoLenh.exe" "$INSTDIR\TienDoLenh.exe.cu"
FunctionEnd

Function DropOld
  RMDir /r "$INSTDIR\_internal.cu"
  Delete "$INSTDIR\TienDo.exe.cu"
  Delete "$INSTDIR\TienDoLenh.exe.cu"
FunctionEnd

Function PutOldBack
  ${If} ${FileExists} "$INSTDIR\_internal.cu\*.*"
    RMDir /r "$INSTDIR\_internal"
    Rename "$INSTDIR\_internal.cu" "$INSTDIR\_internal"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\TienDo.exe.cu"
    Delete "$INSTDIR\TienDo.exe"
    Rename "$INSTDIR\TienDo.exe.cu" "$INSTDIR\TienDo.exe"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\TienDoLenh.exe.cu"
    Delete "$INSTDIR\TienDoLenh.exe"
    Rename "$INSTDIR\TienDoLenh.exe.cu" "$INSTDIR\TienDoLenh.exe"
  ${EndIf}
FunctionEnd

Function Register
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKCU "Software\Classes\.tiendo" "" "${FILE_KIND}"
  WriteRegStr HKCU "Software\Classes\.tiendo\OpenWithProgids" "${FILE_KIND}" ""
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}" "" "Tệp dữ liệu ${TITLE}"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\DefaultIcon" "" "$INSTDIR\TienDo.exe,0"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\shell\open\command" "" '"$INSTDIR\TienDo.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\TienDo.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  SectionGetSize ${SECTION_PROGRAM} $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  Call TellExplorer
FunctionEnd

Function un.Unregister
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Classes\${FILE_KIND}"
  DeleteRegValue HKCU "Software\Classes\.tiendo\OpenWithProgids" "${FILE_KIND}"
  ReadRegStr $0 HKCU "Software\Classes\.tiendo" ""
  ${If} $0 == "${FILE_KIND}"
    DeleteRegKey HKCU "Software\Classes\.tiendo"
  ${EndIf}
  Call un.TellExplorer
FunctionEnd

!macro TELL_EXPLORER un
Function ${un}TellExplorer
  ; SHCNE_ASSOCCHANGED: icons and double-click change at once.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd
!macroend
!insertmacro TELL_EXPLORER ""
!insertmacro TELL_EXPLORER "un."
