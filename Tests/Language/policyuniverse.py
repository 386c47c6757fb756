from policyuniverse.policy import Policy
from policyuniverse.statement import ConditionTuple, PrincipalTuple, Statement
policy = Policy({
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "s3:Put*"], "Resource": "arn:aws:s3:::b/*",
         "Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "1.2.3.4/32"]}, "Bool": {"aws:SecureTransport": True}}},
        {"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::123456789012:root"}, "NotAction": "iam:*", "NotResource": "x"},
        {"Effect": "Allow", "Principal": {"AWS": ["123456789012", "arn:aws:iam::*:role/x"], "Service": "ec2.amazonaws.com"}},
    ],
})
print(policy.is_internet_accessible(), sorted(policy.principals), sorted(policy.internet_accessible_actions()))
print(sorted(policy.condition_entries), sorted(policy.whos_allowed()))
for statement in policy.statements:
    print(statement.effect, sorted(statement.principals), sorted(statement.actions), statement.condition_entries)
    print(statement.uses_not_principal(), statement.resources, statement.is_internet_accessible(), len(statement.actions_expanded))
print({key: sorted(value) for key, value in sorted(policy.statements[0].action_summary().items())})
print(type(policy.action_summary()).__name__, len(policy.action_summary()))
print(repr(ConditionTuple(category="a", value=1)), repr(PrincipalTuple("b", 2)), ConditionTuple("a", 1).category)
print(Policy({}).statements, Policy({"Statement": {"Effect": "Allow"}}).statements[0].statement)
for given in ("x", None, {"Statement": ["x"]}, {"Statement": [{"Action": [{}]}]}, {"Statement": {"Condition": "x"}}):
    try:
        print(Policy(given))
    except Exception as error:
        print(type(error).__name__, error)
#> True ['*', '123456789012', 'arn:aws:iam::*:role/x', 'ec2.amazonaws.com'] []
#> [Condition(category='cidr', value='1.2.3.4/32'), Condition(category='cidr', value='10.0.0.0/8')] [Condition(category='cidr', value='1.2.3.4/32'), Condition(category='cidr', value='10.0.0.0/8'), Principal(category='principal', value='*'), Principal(category='principal', value='123456789012'), Principal(category='principal', value='arn:aws:iam::*:role/x'), Principal(category='principal', value='ec2.amazonaws.com')]
#> Allow ['*'] ['s3:GetObject', 's3:Put*'] [Condition(category='cidr', value='10.0.0.0/8'), Condition(category='cidr', value='1.2.3.4/32')]
#> False {'arn:aws:s3:::b/*'} False 37
#> Deny [] [] []
#> True {'*'} False 15148
#> Allow ['123456789012', 'arn:aws:iam::*:role/x', 'ec2.amazonaws.com'] [] []
#> False {None} True 0
#> {'s3': ['Permissions', 'Read', 'Tagging', 'Write']}
#> defaultdict 365
#> Condition(category='a', value=1) Principal(category='b', value=2) a
#> [] {'Effect': 'Allow'}
#> AttributeError 'str' object has no attribute 'get'
#> AttributeError 'NoneType' object has no attribute 'get'
#> AttributeError 'str' object has no attribute 'get'
#> TypeError unhashable type: 'dict'
#> AttributeError 'str' object has no attribute 'keys'
---
from policyuniverse.statement import Statement
conditions = [
    {"StringEquals": {"AWS:SourceOwner": "012345678910"}},
    {"ForAnyValue:StringLike": {"aws:PrincipalOrgID": "o-abc"}},
    {"ForAllValues:ArnLikeIfExists": {"aws:SourceArn": ["arn:aws:s3:::b", "*"]}},
    {"StringNotLike": {"aws:SourceArn": "x"}},
    {"arnequals": {"aws:principalarn": "arn:aws:iam::123456789012:user/a"}},
    {"StringLike": {"aws:userid": "AROA:*"}}, {"StringLike": {"aws:userid": "*:AROA"}}, {"StringLike": {"aws:userid": ""}},
    {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}, {"IpAddressX": {"AWS:SOURCEIP": "10.0.0.0/8"}},
    {"StringEquals": {"aws:SourceVpc": "vpc-1", "aws:SourceVpce": ["vpce-*"]}},
    {"StringEquals": {"aws:PrincipalOrgPaths": ["o-*/r-a/ou-b", "o-x/r-a/*", "bad o-*"]}},
    {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}},
    {"NumericEquals": {"aws:SourceAccount": "1"}}, {"StringEquals": {"other": "*"}}, {},
    {"StringEquals": {"aws:SourceAccount": 123456789012}}, {1: {"a": 1}}, {"StringEquals": {2: "x"}},
    {"ArnLike": {"aws:SourceArn": 5}}, {"StringEquals": {"aws:PrincipalOrgID": 5}}, {"IpAddress": {"aws:SourceIp": 5}},
    {"StringLike": {"aws:userid": 5}},
]
for condition in conditions:
    try:
        statement = Statement({"Effect": "Allow", "Principal": "*", "Condition": condition})
        print(statement.condition_entries)
        print(statement.is_condition_internet_accessible(), statement.is_internet_accessible())
        for name in ("arns", "accounts", "orgids", "orgpaths", "userids", "cidrs", "vpcs", "vpces"):
            found = getattr(statement, "condition_" + name)
            if found:
                print(name, sorted(found, key=str))
    except Exception as error:
        print(type(error).__name__, error)
#> [Condition(category='account', value='012345678910')]
#> False False
#> accounts ['012345678910']
#> [Condition(category='organization', value='o-abc')]
#> False False
#> orgids ['o-abc']
#> orgpaths ['o-abc']
#> [Condition(category='arn', value='arn:aws:s3:::b'), Condition(category='arn', value='*')]
#> True True
#> arns ['*', 'arn:aws:s3:::b']
#> []
#> True True
#> [Condition(category='arn', value='arn:aws:iam::123456789012:user/a')]
#> False False
#> arns ['arn:aws:iam::123456789012:user/a']
#> [Condition(category='userid', value='AROA:*')]
#> False False
#> userids ['AROA:*']
#> [Condition(category='userid', value='*:AROA')]
#> True True
#> userids ['*:AROA']
#> [Condition(category='userid', value='')]
#> False False
#> userids ['']
#> [Condition(category='cidr', value='0.0.0.0/0')]
#> True True
#> cidrs ['0.0.0.0/0']
#> [Condition(category='cidr', value='10.0.0.0/8')]
#> False False
#> cidrs ['10.0.0.0/8']
#> [Condition(category='vpc', value='vpc-1'), Condition(category='vpce', value='vpce-*')]
#> True True
#> vpcs ['vpc-1']
#> vpces ['vpce-*']
#> [Condition(category='organization', value='o-*/r-a/ou-b'), Condition(category='organization', value='o-x/r-a/*'), Condition(category='organization', value='bad o-*')]
#> True True
#> orgids [None, 'o-*', 'o-x']
#> orgpaths ['bad o-*', 'o-*/r-a/ou-b', 'o-x/r-a/*']
#> [Condition(category='saml-endpoint', value='https://signin.aws.amazon.com/saml')]
#> False False
#> []
#> True True
#> []
#> True True
#> []
#> True True
#> [Condition(category='account', value=123456789012)]
#> TypeError argument of type 'int' is not iterable
#> TypeError expected string or bytes-like object, got 'int'
#> AttributeError 'int' object has no attribute 'lower'
#> [Condition(category='arn', value=5)]
#> TypeError expected string or bytes-like object, got 'int'
#> [Condition(category='organization', value=5)]
#> AttributeError 'int' object has no attribute 'split'
#> [Condition(category='cidr', value=5)]
#> AttributeError 'int' object has no attribute 'endswith'
#> [Condition(category='userid', value=5)]
#> AttributeError 'int' object has no attribute 'find'
---
from policyuniverse.arn import ARN
from policyuniverse.organization import Organization
for raw in (
    "arn:aws:iam::123456789012:root", "arn:aws:s3:::bucket/key:with:colons", "arn:aws:iam::*:role/x", "arn:aws-cn:ec2:cn-north-1:1:x",
    "arn:aws:iam::cloudfront:user/x", "arn:aws:iam::aws:policy/x", "arn:aws:x:y::", "arn:aws:x:y::\n", "arn:aws:x:y::z\n", "arn:aws:x:y::z\nq",
    "123456789012", "123456789012123456789012", "12345678901", "123456789012\n", "", "*", "AROAXXX",
    "ec2.amazonaws.com", "a.b.amazonaws.com", "a.b.c.amazonaws.com", "edge.amazon.com", ".amazonaws.com", "ec2.amazonaws.comx", "a..amazon.com",
    "x.aws.internal", "x.y.aws.internal", "x-aws-internal", "aws.internal", "\u0661" * 12,
):
    arn = ARN(raw)
    print(repr(raw), arn.arn == raw, arn.partition, arn.tech, repr(arn.region), repr(arn.account_number), arn.name, arn.error, arn.root, arn.service)
for raw in ("o-a", "o-a/r-b", "*/x", "x", "o-a/r-b/ou-c/", "o-a/r-b/*", "o-a/r-b/ou-*", "o-a/r-b/ou-*/x", "o-a/*//x", "o-a/r-b/zz", ""):
    o = Organization(raw)
    print(repr(raw), o.organization, o.root, o.valid_for_child_ous, o.valid_for_parent_ou, o.valid_for_all_ous, o.error)
try:
    ARN(None)
except TypeError as error:
    print(error)
#> 'arn:aws:iam::123456789012:root' True aws iam '' '123456789012' root False True False
#> 'arn:aws:s3:::bucket/key:with:colons' True aws s3 '' '' bucket/key:with:colons False False False
#> 'arn:aws:iam::*:role/x' True aws iam '' '*' role/x False False False
#> 'arn:aws-cn:ec2:cn-north-1:1:x' True None None None None None True False False
#> 'arn:aws:iam::cloudfront:user/x' True aws iam '' 'cloudfront' user/x False False False
#> 'arn:aws:iam::aws:policy/x' True aws iam '' 'aws' policy/x False False False
#> 'arn:aws:x:y::' True None None None None None True False False
#> 'arn:aws:x:y::\n' True None None None None None True False False
#> 'arn:aws:x:y::z\n' True aws x 'y' '' z False False False
#> 'arn:aws:x:y::z\nq' True None None None None None True False False
#> '123456789012' True None None None '123456789012' None False False False
#> '123456789012123456789012' True None None None '123456789012123456789012' None False False False
#> '12345678901' True None None None None None True False False
#> '123456789012\n' True None None None '123456789012\n' None False False False
#> '' True None None None None None True False False
#> '*' True None None None None None True False False
#> 'AROAXXX' True None None None None None True False False
#> 'ec2.amazonaws.com' True None ec2 None None None False False True
#> 'a.b.amazonaws.com' True None a.b None None None False False True
#> 'a.b.c.amazonaws.com' True None None None None None True False False
#> 'edge.amazon.com' True None edge None None None False False True
#> '.amazonaws.com' True None None None None None True False False
#> 'ec2.amazonaws.comx' True None None None None None True False False
#> 'a..amazon.com' True None None None None None True False False
#> 'x.aws.internal' True None x None None None False False True
#> 'x.y.aws.internal' True None None None None None True False False
#> 'x-aws-internal' True None x None None None False False True
#> 'aws.internal' True None None None None None True False False
#> '١١١١١١١١١١١١' True None None None '١١١١١١١١١١١١' None False False False
#> 'o-a' o-a None False False True False
#> 'o-a/r-b' o-a r-b False False True False
#> '*/x' * None False False True True
#> 'x' None None False False True True
#> 'o-a/r-b/ou-c/' o-a r-b False True False False
#> 'o-a/r-b/*' o-a r-b True True True False
#> 'o-a/r-b/ou-*' o-a r-b True False True False
#> 'o-a/r-b/ou-*/x' o-a r-b True False True True
#> 'o-a/*//x' o-a * False True True True
#> 'o-a/r-b/zz' o-a r-b False False False True
#> '' None None False False True True
#> expected string or bytes-like object, got 'NoneType'
---
from policyuniverse.action_categories import actions_for_category, categories_for_actions, translate_aws_action_groups
from policyuniverse.expander_minimizer import get_actions_from_statement
print({k: sorted(v, key=str) for k, v in categories_for_actions(["ec2:runinstances", "iam:putrolepolicy", "iam:listroles", "x:y", "S3:GetObject", "z"]).items()})
print([(c, len(actions_for_category(c))) for c in ("List", "Read", "Tagging", "Write", "Permissions", "Unknown")])
print([translate_aws_action_groups(g) for g in (["Permissions"], ["ReadWrite", "ReadOnly", "ListOnly"], ["ReadWrite", "ReadOnly"], ["ReadWrite"], ["Tagging"], [])])
for action in ("s3:get*acl", "s3:Get?bject", "s3:GetObject*", ["iam:*User", "x:*"], "*:TagResource", "dynamodb:*[xyz]", ["S3:get?bject"], "nothing:*", [], ["ec2:RunInstances", ["sqs:Send?essage", "a:B"]]):
    found = get_actions_from_statement({"Action": action})
    print(action, len(found), sorted(found)[:6])
print(len(get_actions_from_statement({"Action": "*"})), len(get_actions_from_statement({"NotAction": "ec2:*"})), len(get_actions_from_statement({"Action": "ec2:RunInstances", "NotAction": ["ec2:*"]})), get_actions_from_statement({}))
for statement in ({"Action": [1]}, {"Action": 1}, {"Action": [[1]]}, {"NotAction": [None]}, [1]):
    try:
        print(get_actions_from_statement(statement))
    except Exception as error:
        print(type(error).__name__, error)
import hashlib
print(hashlib.sha256("\n".join(sorted(get_actions_from_statement({"Action": "*"}))).encode()).hexdigest())
print(hashlib.sha256(repr(sorted((k, sorted(v)) for k, v in categories_for_actions(get_actions_from_statement({"Action": "*"})).items())).encode()).hexdigest())
print([hashlib.sha256("\n".join(sorted(actions_for_category(c))).encode()).hexdigest()[:8] for c in ("List", "Read", "Tagging", "Write", "Permissions")])
#> {'ec2': ['Write'], 'iam': ['List', 'Permissions'], 'x': [None], 'S3': [None], 'z': [None]}
#> [('List', 2447), ('Read', 4142), ('Tagging', 570), ('Write', 7920), ('Permissions', 240), ('Unknown', 0)]
#> ['Permissions', 'List', 'Read', 'Write', 'Tagging', 'Unknown']
#> s3:get*acl 3 ['s3:getbucketacl', 's3:getobjectacl', 's3:getobjectversionacl']
#> s3:Get?bject 1 ['s3:get?bject']
#> s3:GetObject* 13 ['s3:getobject', 's3:getobjectacl', 's3:getobjectattributes', 's3:getobjectlegalhold', 's3:getobjectretention', 's3:getobjecttagging']
#> ['iam:*User', 'x:*'] 8 ['iam:createuser', 'iam:deleteuser', 'iam:getuser', 'iam:listgroupsforuser', 'iam:taguser', 'iam:untaguser']
#> *:TagResource 224 ['a4b:tagresource', 'access-analyzer:tagresource', 'airflow:tagresource', 'amplify:tagresource', 'aoss:tagresource', 'app-integrations:tagresource']
#> dynamodb:*[xyz] 2 ['dynamodb:describereservedcapacity', 'dynamodb:query']
#> ['S3:get?bject'] 1 ['s3:get?bject']
#> nothing:* 1 ['nothing:*']
#> [] 0 []
#> ['ec2:RunInstances', ['sqs:Send?essage', 'a:B']] 3 ['a:b', 'ec2:runinstances', 'sqs:sendmessage']
#> 15319 14703 14704 set()
#> TypeError 'int' object is not iterable
#> TypeError 'int' object is not iterable
#> AttributeError 'int' object has no attribute 'lower'
#> TypeError 'NoneType' object is not iterable
#> AttributeError 'list' object has no attribute 'get'
#> 178c9c4e0b7f8b30d69810e471591080c1de541a84d81874181717794f6acf0f
#> a8c4bfaf33115058bbedd4bba39650938d11ab697df8d0f927da359c26f3b58f
#> ['96e5c471', '60007d65', 'edfd1a2c', 'c34e74e6', '45fbf3b5']
---
from policyuniverse.expander_minimizer import expand_minimize_over_policies, expand_policy, minimize_policy, minimize_statement_actions
policy = {"Version": "1", "Statement": {"Effect": "Allow", "NotAction": ["ec2:*", "s3:*"], "Resource": "*"}}
expanded = expand_policy(policy)
print(len(expanded["Statement"][0]["Action"]), "NotAction" in expanded["Statement"][0], policy["Statement"]["NotAction"], expanded["Statement"][0]["Action"][:2])
print(expand_policy({"Statement": [{"Effect": "Deny", "Action": "sqs:send*"}]}), expand_policy({"Statement": [{"Effect": "deny", "Action": "sqs:send*"}]}, expand_deny=True))
print(expand_policy({"Statement": [{"Effect": "Allow"}]}))
for actions, length in ((["swf:*"], None), (["ec2:Describe*"], None), (["ec2:*"], 5), (["s3:GetObject", "s3:GetObjectAcl"], None), ("*", None), (["sqs:sendmessage"], "0"), ("iam:CreateUser", 1)):
    print(minimize_statement_actions({"Effect": "Allow", "Action": actions}, minchars=length)[:8])
print(expand_minimize_over_policies({"rolepolicies": {"a": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendM*"}]}}}, expand_policy))
print(expand_minimize_over_policies({"Statement": [{"Effect": "Deny", "Action": "sqs:SendM*"}]}, expand_policy, expand_deny=True))
for statement in ({"Effect": "Deny", "Action": []}, {"Effect": "Allow", "Action": ["x:y"]}, {"Effect": "Allow"}, {"Action": "*"}, {"Effect": "Allow", "Action": 1}):
    try:
        print(minimize_statement_actions(statement))
    except Exception as error:
        print(type(error).__name__, error)
#> 14573 False ['ec2:*', 's3:*'] ['a2c:getcontainerizationjobdetails', 'a2c:getdeploymentjobdetails']
#> {'Statement': [{'Effect': 'Deny', 'Action': 'sqs:send*'}]} {'Statement': [{'Effect': 'deny', 'Action': ['sqs:sendmessage']}]}
#> {'Statement': [{'Effect': 'Allow', 'Action': []}]}
#> ['swf:*']
#> ['ec2:des*']
#> ['ec2:*']
#> Action is a denied prefix. Action: s3:getobject
#> ['s3:getobject', 's3:getobjectac*']
#> ['a2c:*', 'a4b:*', 'access-analyzer:*', 'account:*', 'acm-pca:*', 'acm:*', 'activate:*', 'airflow:*']
#> ['sqs:sen*']
#> ['iam:createu*']
#> {'rolepolicies': {'a': {'Statement': [{'Effect': 'Allow', 'Action': ['sqs:sendmessage']}]}}}
#> {'Statement': [{'Effect': 'Deny', 'Action': ['sqs:sendmessage']}]}
#> Exception Minification does not currently work on Deny statements.
#> Exception Desired action not found in master permission list. x:y
#> KeyError 'Action'
#> KeyError 'Effect'
#> TypeError 'int' object is not iterable
---
# Random statements, of a generator of our own so that all run the same.
from policyuniverse.expander_minimizer import get_actions_from_statement, minimize_statement_actions
from policyuniverse.statement import Statement
state = 12345
def number(below):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % below
def one(*of):
    return of[number(len(of))]
def maybe_list(make):
    return make() if number(2) else [make() for _ in range(number(3))]
def action():
    return one("s3", "ec2", "iam", "sqs", "kms", "swf", "x") + ":" + one("", "Get", "List", "Put", "Describe", "Create") + one("*", "Object", "*Policy", "?ser", "Tag*", "")
def arn():
    return one("*", "arn:aws:iam::" + one("*", "123456789012", "") + ":role/" + one("a", "*"), "123456789012", "ec2.amazonaws.com", "o-*", "arn:*", "arn:aws:s3:::b", "AROA*")
def condition():
    return {one("StringEquals", "StringLike", "ArnLike", "IpAddress", "ForAnyValue:StringEqualsIgnoreCase", "StringNotEquals", "Bool"): {
        one("aws:SourceArn", "aws:SourceAccount", "aws:PrincipalOrgID", "AWS:UserId", "aws:sourceIp", "aws:SourceVpc", "x"): maybe_list(lambda: one(arn(), "10.0.0.0/8", "0.0.0.0/0", "A:*", ""))}}
lines = []
for _ in range(8):
    given = {"Effect": one("Allow", "Allow", "Deny")}
    given[one("Action", "Action", "NotAction")] = maybe_list(action)
    given[one("Principal", "Principal", "NotPrincipal")] = one(arn(), {one("AWS", "Service", "Federated", "Other"): maybe_list(arn)}, [arn()], "")
    if number(2):
        given["Condition"] = condition()
    statement = Statement(given)
    text = [statement.is_internet_accessible(), sorted(statement.principals), statement.condition_entries, len(get_actions_from_statement(given))]
    text.append(sorted((key, sorted(value, key=str)) for key, value in statement.action_summary().items())[:3])
    if number(3) == 0:
        try:
            text.append(minimize_statement_actions(given)[:5])
        except Exception as error:
            text.append(f"{type(error).__name__}: {error}")
    lines.append(repr(text))
    print(lines[-1][:220])
#> [False, [], [Condition(category='account', value='0.0.0.0/0')], 1, [('iam', [None])]]
#> [False, ['123456789012'], [], 15319, [('a2c', ['Read', 'Write']), ('a4b', ['List', 'Read', 'Tagging', 'Write']), ('access-analyzer', ['List', 'Read', 'Tagging', 'Write'])], "KeyError: 'Action'"]
#> [True, ['AROA*'], [Condition(category='account', value='o-*'), Condition(category='account', value='*')], 2, [('ec2', ['List'])]]
#> [False, [], [], 15315, [('a2c', ['Read', 'Write']), ('a4b', ['List', 'Read', 'Tagging', 'Write']), ('access-analyzer', ['List', 'Read', 'Tagging', 'Write'])], 'Exception: Minification does not currently work on Deny stat
#> [True, ['AROA*'], [], 1, [('swf', [None])]]
#> [False, ['ec2.amazonaws.com'], [], 0, []]
#> [False, [], [], 1, [('swf', ['Tagging'])]]
#> [False, [], [], 1, [('kms', [None])]]
